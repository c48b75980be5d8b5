import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Map;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.transport.Netty4Plugin;
import org.opensearch.transport.TransportService;

/**
 * A real OpenSearch node on loopback, for tests. HOME is its folder and NAME its name; SEEDS are the transport addresses of
 * nodes to join, none for the first of a cluster. It says "ready HTTP_PORT TRANSPORT_PORT" when it can be asked, and ends
 * when its standard input does.
 */
public class ArchiveNode extends Node {
    ArchiveNode(Environment env) {
        super(env, List.of(Netty4Plugin.class, CommonAnalysisPlugin.class), true);
    }

    public static void main(String[] args) throws Exception {
        Path home = Paths.get(args[0]);
        String name = args[1];
        Files.createDirectories(home.resolve("config"));
        Settings.Builder settings = Settings.builder()
            .put("path.home", home)
            .put("node.name", name)
            .put("cluster.name", "parallax-test")
            .put("network.host", "127.0.0.1")
            .put("http.port", "0")
            .put("transport.port", "0")
            .put("transport.type", "netty4")
            .put("http.type", "netty4")
            .put("cluster.routing.allocation.disk.threshold_enabled", false);
        if (args.length > 2) {
            settings.putList("discovery.seed_hosts", List.of(args[2].split(",")));
        } else {
            settings.putList("discovery.seed_hosts", List.of()).putList("cluster.initial_cluster_manager_nodes", List.of(name));
        }
        Node node = new ArchiveNode(InternalSettingsPreparer.prepareEnvironment(settings.build(), Map.of(), null, () -> name));
        node.start();
        int http = node.injector().getInstance(HttpServerTransport.class).boundAddress().publishAddress().getPort();
        int transport = node.injector().getInstance(TransportService.class).boundAddress().publishAddress().getPort();
        System.out.println("ready " + http + " " + transport);
        while (System.in.read() >= 0) {
        }
        node.close();
        System.exit(0);
    }
}
