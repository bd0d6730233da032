package trialbridge.oracle;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
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
 * <p>Two things are added that HAPI's jars lack and HL7's own validator loads: which R5 elements may ride on R4 as
 * cross-version extensions, and the extension pack's study registration.
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
    additions.addBinary(resource("xver-paths-5.0.json"), "xver-paths-5.0.json");
    String registration = new String(resource("study-registration.json"), StandardCharsets.UTF_8);
    additions.addStructureDefinition((IBaseResource) context.newJsonParser().parseResource(registration));

    FhirInstanceValidator instances =
        new FhirInstanceValidator(
            new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                additions,
                new InMemoryTerminologyServerValidationSupport(context),
                new SnapshotGeneratingValidationSupport(context)));
    instances.setAnyExtensionsAllowed(!strictExtensions);
    References references = new References();
    instances.setValidatorPolicyAdvisor(references);
    instances.setValidatorResourceFetcher(references);
    validator = context.newValidator().registerValidatorModule(instances);
  }

  Verdict check(String text) {
    try {
      return new Verdict(
          validator.validateWithResult(text).getMessages().stream().map(Verdict.Message::of).toList());
    } catch (RuntimeException failure) {
      // Some malformed input makes the validator throw instead of reporting: refused all the same.
      return new Verdict(
          List.of(new Verdict.Message(ResultSeverityEnum.FATAL.getCode(), "", "exception", failure.toString())));
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream bytes = Validator.class.getResourceAsStream("/" + name)) {
      return bytes.readAllBytes();
    }
  }
}
