package trialbridge.oracle;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hl7.fhir.common.hapi.validation.validator.FhirDefaultPolicyAdvisor;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.model.CanonicalResource;
import org.hl7.fhir.r5.model.CanonicalType;
import org.hl7.fhir.r5.utils.validation.IResourceValidator;
import org.hl7.fhir.r5.utils.validation.IValidatorResourceFetcher;
import org.hl7.fhir.r5.utils.validation.constants.ReferenceValidationPolicy;

/**
 * Which references HAPI has to resolve: those of a bundle that can only be meant for another entry, a relative one or a
 * {@code urn:}. HAPI's default looks at none of them. Nothing is ever fetched, and web addresses count as good.
 */
final class References extends FhirDefaultPolicyAdvisor implements IValidatorResourceFetcher {
  @Override
  public ReferenceValidationPolicy policyForReference(
      IResourceValidator validator, Object context, String path, String url, ReferenceDestinationType destination) {
    boolean local = url.startsWith("urn:") || url.matches("[A-Z][A-Za-z]+/[A-Za-z0-9.\\-]+");
    return path.startsWith("Bundle") && local
        ? ReferenceValidationPolicy.CHECK_EXISTS_AND_TYPE
        : ReferenceValidationPolicy.IGNORE;
  }

  @Override
  public Element fetch(IResourceValidator validator, Object context, String url) {
    return null;
  }

  @Override
  public boolean resolveURL(
      IResourceValidator validator,
      Object context,
      String path,
      String url,
      String type,
      boolean canonical,
      List<CanonicalType> targets) {
    return true;
  }

  @Override
  public byte[] fetchRaw(IResourceValidator validator, String url) {
    return null;
  }

  @Override
  public IValidatorResourceFetcher setLocale(Locale locale) {
    return this;
  }

  @Override
  public CanonicalResource fetchCanonicalResource(IResourceValidator validator, Object context, String url) {
    return null;
  }

  @Override
  public boolean fetchesCanonicalResource(IResourceValidator validator, String url) {
    return false;
  }

  @Override
  public Set<ResourceVersionInformation> fetchCanonicalResourceVersions(
      IResourceValidator validator, Object context, String url) {
    return Set.of();
  }
}
