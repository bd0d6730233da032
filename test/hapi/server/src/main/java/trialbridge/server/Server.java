package trialbridge.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.config.r4.JpaR4Config;
import ca.uhn.fhir.jpa.config.r4b.JpaR4BConfig;
import ca.uhn.fhir.jpa.config.r5.JpaR5Config;
import ca.uhn.fhir.jpa.provider.JpaSystemProvider;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A plain HAPI FHIR server on a free port of this machine. Says its address, and ends when its input does. */
public final class Server {
  public static void main(String[] arguments) throws Exception {
    String version = arguments.length > 0 ? arguments[0] : "r4";
    Class<?> structures =
        switch (version) {
          case "r4" -> JpaR4Config.class;
          case "r4b" -> JpaR4BConfig.class;
          case "r5" -> JpaR5Config.class;
          default -> throw new IllegalArgumentException("The FHIR version is r4, r4b or r5, not " + version);
        };
    AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext(Storage.class, structures);

    org.eclipse.jetty.server.Server jetty = new org.eclipse.jetty.server.Server();
    ServerConnector connector = new ServerConnector(jetty);
    connector.setHost("127.0.0.1");
    jetty.addConnector(connector);
    connector.open();
    String address = "http://127.0.0.1:" + connector.getLocalPort() + "/fhir";

    RestfulServer server = new RestfulServer(beans.getBean(FhirContext.class));
    server.registerProviders(beans.getBean(ResourceProviderFactory.class).createProviders());
    server.registerProvider(beans.getBean(JpaSystemProvider.class));
    server.setDefaultResponseEncoding(EncodingEnum.JSON);
    server.setServerAddressStrategy(new HardcodedServerAddressStrategy(address));

    ServletContextHandler handler = new ServletContextHandler();
    handler.addServlet(new ServletHolder(server), "/fhir/*");
    jetty.setHandler(handler);
    jetty.start();
    System.out.println(address);
    System.out.flush();

    while (System.in.read() >= 0) {
      // Waits for the end of the input.
    }
    jetty.stop();
    System.exit(0);
  }
}
