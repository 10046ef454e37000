package shelf.chinese;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import shelf.app.Language;

/** Chinese, cut into words by a dictionary. */
public final class Chinese implements Language {
    @Override
    public String name() {
        return "chinese";
    }

    @Override
    public Analyzer analyzer() {
        return new SmartChineseAnalyzer();
    }
}
