package trialbridge.oracle;

import ca.uhn.fhir.validation.SingleValidationMessage;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/** What HAPI says of one record. */
record Verdict(List<Message> messages) {
  /** One message; {@code id} is HAPI's own name for the rule, where it has one. */
  record Message(String severity, String location, String id, String text) {
    static Message of(SingleValidationMessage message) {
      return new Message(
          message.getSeverity() == null ? "error" : message.getSeverity().getCode(),
          message.getLocationString(),
          message.getMessageId(),
          message.getMessage());
    }

    boolean isError() {
      return severity.equals("error") || severity.equals("fatal");
    }
  }

  long count(String severity) {
    return messages.stream().filter(message -> message.severity().equals(severity)).count();
  }

  long errors() {
    return messages.stream().filter(Message::isError).count();
  }

  String toJson(String file, long line) {
    JsonObject object = new JsonObject();
    object.addProperty("file", file);
    object.addProperty("line", line);
    object.addProperty("errors", errors());
    object.addProperty("warnings", count("warning"));
    JsonArray issues = new JsonArray();
    for (Message message : messages) {
      JsonObject issue = new JsonObject();
      issue.addProperty("severity", message.severity());
      issue.addProperty("location", message.location());
      issue.addProperty("id", message.id());
      issue.addProperty("message", message.text());
      issues.add(issue);
    }
    object.add("issues", issues);
    return object.toString();
  }
}
