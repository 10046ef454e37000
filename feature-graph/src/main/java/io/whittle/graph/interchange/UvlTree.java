package io.whittle.graph.interchange;

import io.whittle.graph.catalog.Notice;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.interchange.UvlModel.UvlFeature;
import io.whittle.graph.interchange.UvlModel.UvlGroup;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import uvl.UVLJavaParser.AttributeContext;
import uvl.UVLJavaParser.CardinalityGroupContext;
import uvl.UVLJavaParser.ConstraintAttributeContext;
import uvl.UVLJavaParser.ConstraintContext;
import uvl.UVLJavaParser.ConstraintLineContext;
import uvl.UVLJavaParser.FeatureContext;
import uvl.UVLJavaParser.FeatureModelContext;
import uvl.UVLJavaParser.GroupContext;
import uvl.UVLJavaParser.GroupSpecContext;
import uvl.UVLJavaParser.ImportLineContext;
import uvl.UVLJavaParser.ListConstraintAttributeContext;
import uvl.UVLJavaParser.SingleConstraintAttributeContext;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a model off the tree of the parser; what is not Boolean in it is a fault, or a warning where it changes nothing. */
final class UvlTree {
    private static final Pattern CARDINALITY = Pattern.compile("\\[\\s*(\\d+)\\s*(?:\\.\\.\\s*(\\d+|\\*)\\s*)?]");

    private final List<Notice> faults;
    private final UvlNames names = new UvlNames();
    private final List<UvlFeature> features = new ArrayList<>();
    private final List<ConstraintContext> inAttributes = new ArrayList<>();
    private final Map<String, List<Place>> attributes = new TreeMap<>();

    private UvlTree(List<Notice> faults) {
        this.faults = faults;
    }

    /**
     * The model of a text.
     *
     * @param faults where its faults go; when there are any, the model is not whole
     */
    static UvlModel read(String text, List<Notice> faults) {
        FeatureModelContext context = UvlSyntax.parse(text, faults);
        if (faults.isEmpty() && context.features() == null) {
            faults.add(new Notice(
                    UvlSyntax.place(context.getStart()),
                    "this model has no features; begin with a line 'features' and the root below it, indented"));
        }
        UvlTree tree = new UvlTree(faults);
        return faults.isEmpty() ? tree.model(context) : new UvlModel("", List.of(), List.of(), new TreeMap<>());
    }

    private UvlModel model(FeatureModelContext context) {
        if (context.imports() != null) {
            context.imports().importLine().forEach(this::refuse);
        }
        feature(context.features().feature());
        UvlConstraints constraints = new UvlConstraints(names, faults);
        if (context.constraints() != null) {
            context.constraints().constraintLine().stream()
                    .map(ConstraintLineContext::constraint)
                    .forEach(constraints::add);
        }
        inAttributes.forEach(constraints::add);
        String namespace = context.namespace() == null
                ? ""
                : UvlNames.of(context.namespace().reference());
        return new UvlModel(namespace, List.copyOf(features), constraints.all(), ignored());
    }

    private void refuse(ImportLineContext line) {
        fault(line, "this model takes in another one; write both into one file, which the tools for UVL can do");
    }

    private String feature(FeatureContext context) {
        String name = UvlNames.of(context.reference());
        Place place = UvlSyntax.place(context.reference().getStart());
        names.add(name, place)
                .ifPresent(first -> faults.add(new Notice(
                        place, "there are two features '" + name + "', the first at " + first + "; rename one")));
        if (context.featureType() != null && !context.featureType().getText().equals("Boolean")) {
            fault(
                    context.featureType(),
                    "a feature of type " + context.featureType().getText()
                            + " has a value, and a catalogue knows only features that are in or out; remove the type");
        }
        if (context.featureCardinality() != null) {
            fault(
                    context.featureCardinality(),
                    "a feature that can be in several times has no counterpart in a catalogue; write one feature for"
                            + " each time");
        }
        if (context.attributes() != null) {
            context.attributes().attribute().forEach(this::attribute);
        }
        // Its place in the list is before its children's.
        int at = features.size();
        features.add(new UvlFeature(name, place, List.of()));
        List<UvlGroup> groups = new ArrayList<>();
        context.group().forEach(group -> groups.add(group(group)));
        features.set(at, new UvlFeature(name, place, List.copyOf(groups)));
        return name;
    }

    private void attribute(AttributeContext context) {
        if (context.valueAttribute() != null) {
            attributes
                    .computeIfAbsent(UvlNames.of(context.valueAttribute().key().id()), key -> new ArrayList<>())
                    .add(UvlSyntax.place(context.getStart()));
            return;
        }
        ConstraintAttributeContext constraint = context.constraintAttribute();
        if (constraint instanceof SingleConstraintAttributeContext single) {
            inAttributes.add(single.constraint());
        } else if (constraint instanceof ListConstraintAttributeContext list) {
            inAttributes.addAll(list.constraintList().constraint());
        }
    }

    private UvlGroup group(GroupContext context) {
        GroupSpecContext spec = context.getRuleContext(GroupSpecContext.class, 0);
        List<String> members = new ArrayList<>();
        spec.feature().forEach(member -> members.add(feature(member)));
        int count = members.size();
        String word = context.getStart().getText();
        Place place = UvlSyntax.place(context.getStart());
        return switch (word) {
            case "mandatory" -> new UvlGroup(word, count, count, members, place);
            case "optional" -> new UvlGroup(word, 0, count, members, place);
            case "or" -> new UvlGroup(word, 1, count, members, place);
            case "alternative" -> new UvlGroup(word, 1, 1, members, place);
            default -> cardinality(((CardinalityGroupContext) context).CARDINALITY(), members, place);
        };
    }

    private UvlGroup cardinality(TerminalNode node, List<String> members, Place place) {
        String word = node.getText();
        int count = members.size();
        Matcher matcher = CARDINALITY.matcher(word);
        if (!matcher.matches()) {
            faults.add(new Notice(place, word + " is no cardinality; write one such as [1..2] or [1..*]"));
            return new UvlGroup(word, 0, count, members, place);
        }
        int least = number(matcher.group(1));
        String last = matcher.group(2);
        int most = last == null ? least : last.equals("*") ? count : Math.min(count, number(last));
        if (least > most) {
            faults.add(new Notice(
                    place,
                    word + " cannot be met by this group of " + count + "; lower its first number, or raise its last"));
            return new UvlGroup(word, 0, count, members, place);
        }
        return new UvlGroup(word, least, most, members, place);
    }

    private static int number(String digits) {
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private SortedMap<String, Notice> ignored() {
        SortedMap<String, Notice> ignored = new TreeMap<>();
        attributes.forEach((key, places) -> {
            // An abstract feature is a feature like any other here: nothing is lost.
            if (!key.equals("abstract")) {
                String often = places.size() == 1 ? "" : " (here first of " + places.size() + " times)";
                ignored.put(
                        key,
                        new Notice(
                                places.get(0),
                                "the attribute '" + key + "' is not imported" + often
                                        + ": a catalogue has no attributes; which features go together does not depend"
                                        + " on it"));
            }
        });
        return ignored;
    }

    private void fault(ParserRuleContext context, String text) {
        faults.add(new Notice(UvlSyntax.place(context.getStart()), text));
    }
}
