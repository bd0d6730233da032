package trialbridge.oracle;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.ValidationOptions;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;

/**
 * HAPI's instance validator with the definitions of one FHIR version from its jar, terminology in memory, no network.
 *
 * <p>Added is what HAPI's jars lack and HL7's own validator loads: which R5 elements may ride on R4 as cross-version
 * extensions, the R5 code systems used in them, and the extension pack's study registration.
 */
final class Validator {
  private final FhirValidator validator;

  Validator(String version, boolean strictExtensions) throws IOException {
    FhirContext context =
        switch (version) {
          case "r4" -> FhirContext.forR4();
          case "r4b" -> FhirContext.forR4B();
          case "r5" -> FhirContext.forR5();
          default -> throw new IllegalArgumentException(version);
        };
    PrePopulatedValidationSupport additions = new PrePopulatedValidationSupport(context);
    additions.addBinary(resource("generated/xver-paths-5.0.json"), "xver-paths-5.0.json");
    String registration = new String(resource("study-registration.json"), StandardCharsets.UTF_8);
    additions.addStructureDefinition((IBaseResource) context.newJsonParser().parseResource(registration));

    DefaultProfileValidationSupport definitions = new DefaultProfileValidationSupport(context);
    addCodeSystems(context, definitions, additions);

    ValidationSupportChain chain =
        new ValidationSupportChain(
            definitions,
            new CommonCodeSystemsTerminologyService(context),
            additions,
            new InMemoryTerminologyServerValidationSupport(context),
            new SnapshotGeneratingValidationSupport(context));
    // FHIR asks for one coding of a concept to be in the value set; by default HAPI wants to know every one.
    chain.setCodeableConceptValidationSuccessfulIfNotAllCodingsAreValid(true);
    FhirInstanceValidator instances = new FhirInstanceValidator(chain);
    instances.setAnyExtensionsAllowed(!strictExtensions);
    // Type/id says the type of a resource that is not at hand.
    instances.setAssumeValidRestReferences(true);
    References references = new References();
    instances.setValidatorPolicyAdvisor(references);
    instances.setValidatorResourceFetcher(references);
    validator = context.newValidator().registerValidatorModule(instances);
  }

  Verdict check(String text) {
    try {
      ValidationOptions options = new ValidationOptions();
      options.setAppContext(References.bundleType(text));
      return new Verdict(
          validator.validateWithResult(text, options).getMessages().stream().map(Verdict.Message::of).toList());
    } catch (RuntimeException failure) {
      // Some malformed input makes the validator throw instead of reporting: refused all the same.
      return new Verdict(
          List.of(new Verdict.Message(ResultSeverityEnum.FATAL.getCode(), "", "exception", failure.toString())));
    }
  }

  /** Code systems that the version does not have; where it has one of that name, with other codes, its own counts. */
  private static void addCodeSystems(
      FhirContext context, IValidationSupport known, PrePopulatedValidationSupport additions) throws IOException {
    JsonObject systems =
        JsonParser.parseString(new String(resource("generated/code-systems-r5.json"), StandardCharsets.UTF_8)).getAsJsonObject();
    for (String url : systems.keySet()) {
      if (known.fetchCodeSystem(url) != null) continue;
      JsonArray concepts = new JsonArray();
      for (JsonElement code : systems.getAsJsonArray(url)) {
        JsonObject concept = new JsonObject();
        concept.add("code", code);
        concepts.add(concept);
      }
      JsonObject system = new JsonObject();
      system.addProperty("resourceType", "CodeSystem");
      system.addProperty("url", url);
      system.addProperty("status", "active");
      system.addProperty("content", "complete");
      system.add("concept", concepts);
      additions.addCodeSystem((IBaseResource) context.newJsonParser().parseResource(system.toString()));
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream bytes = Validator.class.getResourceAsStream("/" + name)) {
      return bytes.readAllBytes();
    }
  }
}
