package trialbridge.oracle;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
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
 * Which references HAPI has to resolve: those of a bundle that can only be meant for another entry. That is a {@code urn:},
 * and a relative one except in a transaction or batch, where the server may hold the resource. HAPI's default looks at none
 * of them. Nothing is ever fetched, and web addresses count as good.
 */
final class References extends FhirDefaultPolicyAdvisor implements IValidatorResourceFetcher {
  @Override
  public ReferenceValidationPolicy policyForReference(
      IResourceValidator validator, Object context, String path, String url, ReferenceDestinationType destination) {
    boolean relative = url.matches("[A-Z][A-Za-z]+/[A-Za-z0-9.\\-]+");
    boolean onServer = "transaction".equals(context) || "batch".equals(context);
    boolean local = url.startsWith("urn:") || (relative && !onServer);
    return path.startsWith("Bundle") && local
        ? ReferenceValidationPolicy.CHECK_EXISTS_AND_TYPE
        : ReferenceValidationPolicy.IGNORE;
  }

  /** The type of a bundle, which HAPI hands to the policy as the context of the application. */
  static String bundleType(String text) {
    try {
      JsonElement type = JsonParser.parseString(text).getAsJsonObject().get("type");
      return type == null ? null : type.getAsString();
    } catch (RuntimeException notAResource) {
      return null;
    }
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
