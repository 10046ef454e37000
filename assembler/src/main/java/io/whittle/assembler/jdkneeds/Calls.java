package io.whittle.assembler.jdkneeds;

import org.objectweb.asm.tree.MethodInsnNode;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calls that ask something of the JDK: the class, the method, the argument that counts. */
final class Calls {
    private static final String ENGINES = """
            java.security.AlgorithmParameterGenerator
            java.security.AlgorithmParameters
            java.security.KeyFactory
            java.security.KeyPairGenerator
            java.security.KeyStore
            java.security.MessageDigest
            java.security.SecureRandom
            java.security.Signature
            java.security.cert.CertPathBuilder
            java.security.cert.CertPathValidator
            java.security.cert.CertificateFactory
            javax.crypto.Cipher
            javax.crypto.KeyAgreement
            javax.crypto.KeyGenerator
            javax.crypto.Mac
            javax.crypto.SecretKeyFactory
            javax.net.ssl.KeyManagerFactory
            javax.net.ssl.SSLContext
            javax.net.ssl.TrustManagerFactory
            """;

    private static final List<Map.Entry<Meaning, String>> TABLE = List.of(
            Map.entry(Meaning.CURVE, "java.security.spec.ECGenParameterSpec new(String) 0"),
            Map.entry(Meaning.KEY_SCHEME, "java.security.spec.NamedParameterSpec new(String) 0"),
            Map.entry(Meaning.PROVIDER, "java.security.Security getProvider(String) 0"),
            Map.entry(Meaning.TLS, """
                    javax.net.ssl.HttpsURLConnection getDefaultSSLSocketFactory()
                    javax.net.ssl.SSLContext         getDefault()
                    javax.net.ssl.SSLServerSocketFactory getDefault()
                    javax.net.ssl.SSLSocketFactory   getDefault()
                    """),
            Map.entry(Meaning.HTTPS, """
                    java.net.URL                      new(String)           0
                    java.net.http.HttpRequest         newBuilder(java.net.URI) 0
                    java.net.http.HttpRequest$Builder uri(java.net.URI)     0
                    """),
            Map.entry(Meaning.CHARSET, """
                    String                          getBytes(String)                           0
                    String                          new(byte[],String)                         1
                    String                          new(byte[],int,int,String)                 3
                    java.io.ByteArrayOutputStream   toString(String)                           0
                    java.io.InputStreamReader       new(java.io.InputStream,String)            1
                    java.io.OutputStreamWriter      new(java.io.OutputStream,String)           1
                    java.io.PrintStream             new(String,String)                         1
                    java.io.PrintStream             new(java.io.File,String)                   1
                    java.io.PrintStream             new(java.io.OutputStream,boolean,String)   2
                    java.io.PrintWriter             new(String,String)                         1
                    java.io.PrintWriter             new(java.io.File,String)                   1
                    java.net.URLDecoder             decode(String,String)                      1
                    java.net.URLEncoder             encode(String,String)                      1
                    java.nio.channels.Channels      newReader(java.nio.channels.ReadableByteChannel,String) 1
                    java.nio.channels.Channels      newWriter(java.nio.channels.WritableByteChannel,String) 1
                    java.nio.charset.Charset        forName(String)                            0
                    Formatter                       new(String,String)                         1
                    Formatter                       new(java.io.File,String)                   1
                    Formatter                       new(java.io.OutputStream,String)           1
                    Properties                      storeToXML(java.io.OutputStream,String,String) 2
                    Scanner                         new(java.io.File,String)                   1
                    Scanner                         new(java.io.InputStream,String)            1
                    Scanner                         new(java.nio.channels.ReadableByteChannel,String) 1
                    Scanner                         new(java.nio.file.Path,String)             1
                    """),
            Map.entry(Meaning.FILE_SYSTEM, """
                    java.nio.file.FileSystems getFileSystem(java.net.URI)                 0
                    java.nio.file.FileSystems newFileSystem(java.net.URI,Map)             0
                    java.nio.file.FileSystems newFileSystem(java.net.URI,Map,ClassLoader) 0
                    java.nio.file.Path        of(java.net.URI)                            0
                    java.nio.file.Paths       get(java.net.URI)                           0
                    """),
            Map.entry(Meaning.JAR_URI, """
                    java.net.URI create(String)            0
                    java.net.URI new(String)               0
                    """),
            Map.entry(Meaning.ZIP, """
                    java.nio.file.FileSystems newFileSystem(java.nio.file.Path)
                    java.nio.file.FileSystems newFileSystem(java.nio.file.Path,ClassLoader)
                    java.nio.file.FileSystems newFileSystem(java.nio.file.Path,Map)
                    java.nio.file.FileSystems newFileSystem(java.nio.file.Path,Map,ClassLoader)
                    """),
            Map.entry(Meaning.LOCALE, LocaleCalls.TABLE),
            Map.entry(Meaning.JNDI_NAME, """
                    javax.naming.Context                    lookup(String)                   0
                    javax.naming.InitialContext             doLookup(String)                 0
                    javax.naming.InitialContext             lookup(String)                   0
                    javax.naming.directory.DirContext       getAttributes(String)            0
                    javax.naming.directory.DirContext       getAttributes(String,String[])   0
                    javax.naming.directory.DirContext       lookup(String)                   0
                    javax.naming.directory.InitialDirContext getAttributes(String)           0
                    javax.naming.directory.InitialDirContext getAttributes(String,String[])  0
                    javax.naming.directory.InitialDirContext lookup(String)                  0
                    """),
            Map.entry(Meaning.JNDI_ENVIRONMENT, """
                    HashMap    put(Object,Object)         1
                    Hashtable  put(Object,Object)         1
                    Map        put(Object,Object)         1
                    Properties put(Object,Object)         1
                    Properties setProperty(String,String) 1
                    System     setProperty(String,String) 1
                    javax.naming.Context addToEnvironment(String,Object) 1
                    javax.naming.InitialContext addToEnvironment(String,Object) 1
                    """),
            Map.entry(Meaning.RANDOM_NUMBERS, """
                    java.util.random.RandomGenerator        of(String) 0
                    java.util.random.RandomGeneratorFactory of(String) 0
                    """),
            Map.entry(Meaning.PREFERRED_RANDOM_NUMBERS, """
                    java.util.random.RandomGenerator        getDefault()
                    java.util.random.RandomGeneratorFactory getDefault()
                    """));

    /** Every row. */
    static final List<CallRow> ROWS = Stream.concat(
                    ENGINES.lines().flatMap(Calls::engine),
                    TABLE.stream()
                            .flatMap(
                                    entry -> entry.getValue().lines().map(line -> CallRow.parse(line, entry.getKey()))))
            .toList();

    private static final Map<String, List<CallRow>> BY_OWNER =
            ROWS.stream().collect(Collectors.groupingBy(CallRow::owner));

    private Calls() {}

    /** The rows that a call is one of; several where it means several things. */
    static Stream<CallRow> of(MethodInsnNode call) {
        return of(call.owner, call.name, call.desc).stream();
    }

    /** The rows that a call of a method is one of. */
    static List<CallRow> of(String owner, String method, String descriptor) {
        List<CallRow> rows = BY_OWNER.getOrDefault(owner, List.of());
        // Nearly every call is asked, and nearly none is one.
        return rows.isEmpty()
                ? List.of()
                : rows.stream().filter(row -> row.isCall(method, descriptor)).toList();
    }

    // The overload that takes a provider as an object is left out: which one it is cannot be told.
    private static Stream<CallRow> engine(String owner) {
        return Stream.of(
                CallRow.parse(owner + " getInstance(String) 0", Meaning.ALGORITHM),
                CallRow.parse(owner + " getInstance(String,String) 0", Meaning.ALGORITHM),
                CallRow.parse(owner + " getInstance(String,String) 1", Meaning.PROVIDER));
    }
}
