package prog.commons;

import org.apache.commons.collections.functors.InvokerTransformer;
import org.apache.commons.collections.iterators.ArrayIterator;
import org.apache.commons.lang3.builder.ReflectionToStringBuilder;
import org.apache.commons.lang3.builder.ToStringStyle;
import org.apache.commons.lang3.reflect.MethodUtils;

/** Fields and methods by reflection. */
public final class Main {
    private final int answer = 42;

    private Main() {}

    public String say() {
        return "commons say " + answer;
    }

    public static void main(String[] args) throws Exception {
        Main main = new Main();
        System.out.println(MethodUtils.invokeMethod(main, "say") + " "
                + ReflectionToStringBuilder.toString(main, ToStringStyle.SHORT_PREFIX_STYLE));
        System.out.println(InvokerTransformer.getInstance("length").transform("five!")
                + " " + new ArrayIterator(new int[] {1}).next());
    }
}
