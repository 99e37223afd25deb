package claimgraph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.neo4j.configuration.GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period;
import static org.neo4j.configuration.GraphDatabaseSettings.*;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.connectors.HttpsConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.kernel.internal.Version;
import org.neo4j.server.security.SecureHasher;
import org.neo4j.server.security.SystemGraphCredential;

/**
 * Runs one Neo4j for the process that started it: {@code Bootstrap <data folder> <page cache in MiB> <databases>}, the
 * password in CLAIMGRAPH_NEO4J_PASSWORD. Prints one line of JSON, when it is ready or when the folder is held by another
 * process. From its first moment on it reads standard input: at its end the database shuts down, or halts if it was still
 * starting, and the process ends, so it never outlives its parent. Neo4j Community has one database; of several, each is
 * a Neo4j with a port and a folder of its own.
 * The line "exit" ends it the slow way, with what the JVM does at exit (it writes the class-data archive there).
 */
public final class Bootstrap {
    /** A shutdown longer than this is cut off; the next start then recovers from the transaction log. */
    private static final long SHUTDOWN_MILLIS = 1000;

    /** Locked instead of the start of the file, because Windows forbids others to read a locked range. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    /** The line that ends a database which is ready; empty where standard input has ended instead. */
    private static final CompletableFuture<String> LAST_WORD = new CompletableFuture<>();
    private static volatile boolean ready;

    public static void main(String[] args) {
        try {
            run(args);
        } catch (Throwable failure) {
            failure.printStackTrace();
            // Not exit: threads of a half-started database would keep the process alive or hang its shutdown.
            Runtime.getRuntime().halt(1);
        }
    }

    private static void run(String[] args) throws Exception {
        Thread listener = new Thread(Bootstrap::listen, "parent");
        listener.setDaemon(true);
        listener.start();
        // Anything a library prints goes to standard error; standard output carries the protocol alone.
        PrintStream out = System.out;
        System.setOut(System.err);
        Path home = Path.of(args[0]);
        Files.createDirectories(home);
        FileChannel holder = FileChannel.open(home.resolve("claimgraph.holder"),
                StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = holder.tryLock(LOCKED_BYTE, 1, false);
        if (lock == null) {
            out.println("{\"held\":true}");
            Runtime.getRuntime().halt(3);
        }
        long parent = ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
        holder.truncate(0).write(ByteBuffer.wrap(
                ("{\"pid\":" + ProcessHandle.current().pid() + ",\"parent\":" + parent + "}\n").getBytes(UTF_8)));

        List<DatabaseManagementService> services = new CopyOnWriteArrayList<>();
        List<Integer> ports = new ArrayList<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> services.forEach(DatabaseManagementService::shutdown)));
        for (int index = 1; index <= Integer.parseInt(args[2]); index += 1) {
            DatabaseManagementService service =
                    start(index == 1 ? home : home.resolve("database-" + index), Long.parseLong(args[1]));
            services.add(service);
            ports.add(((GraphDatabaseAPI) service.database(DEFAULT_DATABASE_NAME)).getDependencyResolver()
                    .resolveDependency(ConnectorPortRegister.class).getLocalAddress(ConnectorType.BOLT).getPort());
        }
        ready = true;
        out.println("{\"ports\":" + ports + ",\"version\":\"" + Version.getNeo4jVersion() + "\"}");

        if (LAST_WORD.get().equals("exit")) System.exit(0);
        Thread cutOff = new Thread(() -> {
            try { Thread.sleep(SHUTDOWN_MILLIS); } catch (InterruptedException ignored) { }
            Runtime.getRuntime().halt(4);
        });
        cutOff.setDaemon(true);
        cutOff.start();
        services.forEach(DatabaseManagementService::shutdown);
        Runtime.getRuntime().halt(0);
    }

    /** Waits for the parent's last word; while a database is starting, that can only be the end. */
    private static void listen() {
        StringBuilder said = new StringBuilder();
        try {
            for (int next = System.in.read(); next >= 0 && next != '\n'; next = System.in.read()) said.append((char) next);
        } catch (IOException ended) {
            // As its end.
        }
        // What is half started cannot be shut down in order; what it wrote, the next start recovers.
        if (!ready) Runtime.getRuntime().halt(5);
        LAST_WORD.complete(said.toString());
    }

    private static DatabaseManagementService start(Path home, long pageCacheMiB) throws Exception {
        DatabaseManagementService service = new DatabaseManagementServiceBuilder(home)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", 0))
                .setConfig(BoltConnector.advertised_address, new SocketAddress("127.0.0.1", 0))
                // Tells drivers to give up a silent connection after 10 s (keep-alive x 2 probes), not after 2 min.
                .setConfig(BoltConnector.connection_keep_alive, Duration.ofSeconds(5))
                .setConfig(HttpConnector.enabled, false)
                .setConfig(HttpsConnector.enabled, false)
                .setConfig(auth_enabled, true)
                .setConfig(udc_enabled, false)
                .setConfig(allow_file_urls, false)
                .setConfig(pagecache_memory, ByteUnit.mebiBytes(pageCacheMiB))
                // Off, or each database claims 256 MiB of disk before its first node.
                .setConfig(preallocate_logical_logs, false)
                .setConfig(preallocate_store_files, false)
                .setConfig(transaction_timeout, Duration.ofSeconds(60))
                .setConfig(lock_acquisition_timeout, Duration.ofSeconds(15))
                .setConfig(shutdown_transaction_end_timeout, Duration.ZERO)
                // 2 s by default, and waited for several times: the stop would take 10 s.
                .setConfig(netty_server_shutdown_quiet_period, 0)
                .build();
        setPassword(service, System.getenv("CLAIMGRAPH_NEO4J_PASSWORD"));
        return service;
    }

    /**
     * What ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED writes. The command itself would bring up the
     * compiler for administration, a third of the time to the first answer.
     */
    private static void setPassword(DatabaseManagementService service, String password) throws Exception {
        try (Transaction transaction = service.database(SYSTEM_DATABASE_NAME).beginTx()) {
            Node user = transaction.findNode(Label.label("User"), "name", "neo4j");
            user.setProperty("credentials", SystemGraphCredential
                    .createCredentialForPassword(password.getBytes(UTF_8), new SecureHasher()).serialize());
            user.setProperty("passwordChangeRequired", false);
            transaction.commit();
        }
    }
}
