import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Reference;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Checks PDF files with veraPDF: <code>VeraCheck FLAVOUR FILE...</code>, for example "ua1" or "2a".
 *
 * <p>Writes lines of fields parted by tabs, each file called by its position among the arguments:
 * "broken", number, reason; "finding", number, rule, text, place; "checked", file, number of checks,
 * number of findings; and "end" when all files are done.
 *
 * <p>The profile is read here, with the JDK's own XML parser, because veraPDF's reader needs JAXB,
 * which no JDK since 11 has.
 */
public final class VeraCheck {
    private static final int ALL_FINDINGS = -1;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] args)
            throws IOException, ParserConfigurationException, SAXException {
        VeraGreenfieldFoundryProvider.initialise();
        ValidationProfile profile = readProfile(args[0]);
        VeraCheck check = new VeraCheck();
        for (int i = 1; i < args.length; i++) {
            check.checkFile(String.valueOf(i - 1), new File(args[i]), profile);
        }
        check.write("end");
    }

    private void checkFile(String number, File file, ValidationProfile profile) throws IOException {
        PDFAFlavour flavour = profile.getPDFAFlavour();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance()
                                .createValidator(profile, ALL_FINDINGS, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            List<TestAssertion> findings = result.getTestAssertions();
            if (result.isCompliant() != findings.isEmpty()) {
                write("broken", number, "veraPDF's verdict and its findings do not agree");
                return;
            }
            for (TestAssertion finding : findings) {
                write("finding", number,
                        finding.getRuleId().getClause() + "-" + finding.getRuleId().getTestNumber(),
                        String.valueOf(finding.getErrorMessage()),
                        finding.getLocation().getContext());
            }
            write("checked", number, result.getTotalAssertions() + "", findings.size() + "");
        } catch (ModelParsingException | EncryptedPdfException | ValidationException reason) {
            write("broken", number, String.valueOf(reason.getMessage()));
        }
    }

    private void write(String... fields) {
        List<String> cells = new ArrayList<>();
        for (String field : fields) {
            cells.add(field.replaceAll("\\s+", " "));
        }
        out.println(String.join("\t", cells));
    }

    private static ValidationProfile readProfile(String name)
            throws IOException, ParserConfigurationException, SAXException {
        String upper = name.toUpperCase(Locale.ROOT);
        String file = upper.startsWith("UA") ? "PDFUA-" + upper.substring(2) : "PDFA-" + upper;
        String path = "/org/verapdf/pdfa/validation/" + file + ".xml";
        Element root;
        try (InputStream in = Profiles.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException("veraPDF has no profile for the flavour " + name);
            }
            root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in)
                    .getDocumentElement();
        }
        Set<Rule> rules = new LinkedHashSet<>();
        for (Element rule : below(root, "rule")) {
            rules.add(readRule(rule));
        }
        Set<Variable> variables = new LinkedHashSet<>();
        for (Element variable : below(root, "variable")) {
            variables.add(Profiles.variableFromValues(
                    variable.getAttribute("name"), variable.getAttribute("object"),
                    text(variable, "defaultValue"), text(variable, "value")));
        }
        Element details = below(root, "details").get(0);
        return Profiles.profileFromValues(
                PDFAFlavour.valueOf(root.getAttribute("flavour")),
                Profiles.profileDetailsFromValues(
                        text(details, "name"), text(details, "description"),
                        details.getAttribute("creator"),
                        Date.from(Instant.parse(details.getAttribute("created")))),
                text(root, "hash"), rules, variables);
    }

    private static Rule readRule(Element rule) {
        Element id = below(rule, "id").get(0);
        List<ErrorArgument> arguments = new ArrayList<>();
        for (Element argument : below(rule, "argument")) {
            arguments.add(ErrorArgumentImpl.fromValues(
                    argument.getTextContent(), attribute(argument, "name"), null));
        }
        List<Reference> references = new ArrayList<>();
        for (Element reference : below(rule, "reference")) {
            references.add(Profiles.referenceFromValues(
                    reference.getAttribute("specification"), reference.getAttribute("clause")));
        }
        String deferred = attribute(rule, "deferred");
        return Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(
                        PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                        id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
                rule.getAttribute("object"), deferred == null ? null : Boolean.valueOf(deferred),
                attribute(rule, "tags"), text(rule, "description"), text(rule, "test"),
                Profiles.errorFromValues(text(rule, "message"), arguments), references);
    }

    private static List<Element> below(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static String text(Element parent, String name) {
        List<Element> found = below(parent, name);
        return found.isEmpty() ? null : found.get(0).getTextContent();
    }

    private static String attribute(Element element, String name) {
        return element.hasAttribute(name) ? element.getAttribute(name) : null;
    }
}
