import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** Judge FOLDER MOMENT: one line a file: name, indication, sub-indication, level; what is beside a file lies in NAME.beside/. */
public class Judge {
  public static void main(String[] words) throws Exception {
    Path folder = Path.of(words[0]);
    Date at = Date.from(Instant.parse(words[1]));
    CommonCertificateVerifier verifier = new CommonCertificateVerifier();
    CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
    for (Path file : in(folder.resolve("anchors"))) anchors.addCertificate(certificate(file));
    CommonCertificateSource others = new CommonCertificateSource();
    for (Path file : in(folder.resolve("certificates"))) others.addCertificate(certificate(file));
    List<InputStream> lists = new ArrayList<>();
    for (Path file : in(folder.resolve("lists"))) lists.add(new ByteArrayInputStream(Files.readAllBytes(file)));
    verifier.setTrustedCertSources(anchors);
    verifier.setAdjunctCertSources(others);
    verifier.setAIASource(null);
    verifier.setCrlSource(new ExternalResourcesCRLSource(lists.toArray(InputStream[]::new)));
    for (Path file : in(folder.resolve("files"))) System.out.println(judged(file, folder, verifier, at));
  }

  static String judged(Path file, Path folder, CommonCertificateVerifier verifier, Date at) {
    try {
      SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new FileDocument(file.toFile()));
      validator.setCertificateVerifier(verifier);
      validator.setValidationTime(at);
      List<DSSDocument> beside = new ArrayList<>();
      Path contents = folder.resolve("beside").resolve(file.getFileName());
      for (Path content : Files.exists(contents) ? in(contents) : List.<Path>of()) beside.add(new FileDocument(content.toFile()));
      if (!beside.isEmpty()) validator.setDetachedContents(beside);
      SimpleReport report = validator.validateDocument().getSimpleReport();
      String id = report.getFirstSignatureId();
      return String.join("\t", file.getFileName().toString(), String.valueOf(report.getIndication(id)),
          String.valueOf(report.getSubIndication(id)), String.valueOf(report.getSignatureFormat(id)));
    } catch (Exception error) {
      return String.join("\t", file.getFileName().toString(), "refused", error.getClass().getSimpleName() + ": " + error.getMessage(), "");
    }
  }

  static CertificateToken certificate(Path file) {
    return DSSUtils.loadCertificate(file.toFile());
  }

  static List<Path> in(Path folder) throws Exception {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
