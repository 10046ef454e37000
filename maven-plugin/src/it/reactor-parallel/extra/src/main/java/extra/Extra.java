package extra;

public final class Extra implements Runnable {
    @Override
    public void run() {
        System.out.println("and more");
    }
}
