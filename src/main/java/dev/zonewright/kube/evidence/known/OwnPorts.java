package dev.zonewright.kube.evidence.known;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ports below 1024: how commands say that they open one, and which images do without a word. */
public final class OwnPorts {
  private static final String ANY_ADDRESS = "(?:[a-z]{2,5}://)?(?:[0-9.*]*|\\[::]|localhost):";

  /** An option, a word or a property that says where to listen. */
  private static final Pattern TOLD =
      Pattern.compile(
          // gunicorn -b :80, puma -b tcp://0.0.0.0:80
          "(?<![\\w.-])(?:-b|--bind)[= ]"
              + ANY_ADDRESS
              + "([0-9]{1,5})\\b"
              // python -m http.server 80, manage.py runserver 0.0.0.0:80
              + "|\\b(?:http\\.server|SimpleHTTPServer|runserver(?:_plus)?) (?:"
              + ANY_ADDRESS
              + ")?([0-9]{1,5})\\b"
              // socat
              + "|\\b(?:TCP|UDP|SCTP|OPENSSL|SSL)[46]?-(?:LISTEN|RECV|RECVFROM|L):([0-9]{1,5})\\b"
              // Java
              + "|-D(?:(?:quarkus|micronaut|play|jetty|vertx|ktor|server|https?|web|listen|app)[.-])+"
              + "port=([0-9]{1,5})\\b"
              // servers whose options are short: flask run -p 80, nc -lp 80, php -S 0.0.0.0:80
              + "|(?<![\\w.-])(?:flask|rails|puma|rackup|thin|httpd|http-server|serve|nc|ncat|netcat"
              + "|php|next|vite|hugo|darkhttpd|thttpd|mini_httpd|ttyd|gotty|uvicorn|hypercorn|daphne|gunicorn|streamlit)(?="
              + " )[^;&|\\n]{0,200}? (?:-[A-Za-z]*[pl]|--port|--listen|-S)[= ](?:"
              + ANY_ADDRESS
              + ")?([0-9]{1,5})(?![\\w.:])",
          Pattern.CASE_INSENSITIVE);

  /** Images of servers that open such a port unless their configuration says another. */
  private static final Pattern IMAGE =
      Pattern.compile(
          "(?:(?:.*/)?(?:(?:php:(?=.*apache)|(?:wordpress|nextcloud|drupal|joomla|matomo|phpmyadmin"
              + "|mediawiki)(?=$|:(?!.*fpm)))|(?:ubuntu/apache2|vaultwarden/server|roundcubemail"
              + "|bitwardenrs/server)(?=$|[:@]))|(?:(?:docker\\.io/)?library/|docker\\.io/)?"
              + "(?:nginx|httpd|varnish)(?=$|[:@])).*");

  /** The same for the port of DNS. */
  private static final Pattern DNS =
      Pattern.compile(".*\\b(?:bind9|dnsmasq|mvance/unbound|knot|nsd)(?:[:@].*)?");

  private static final Pattern MAIL =
      Pattern.compile(".*\\b(?:foxcpp/maddy|stalwartlabs/[a-z-]+|docker-mailserver)(?:[:@].*)?");

  private OwnPorts() {}

  /** The ports that a command opens, as they are written there. */
  public static Stream<String> told(String command) {
    return TOLD.matcher(command).results().map(OwnPorts::number);
  }

  /** The number that one of the ways of a pattern has found. */
  public static String number(MatchResult found) {
    for (int i = 1; i <= found.groupCount(); i++) {
      if (found.group(i) != null) {
        return found.group(i);
      }
    }
    return "";
  }

  /** The port that the program of an image opens by itself. */
  public static OptionalInt ofImage(String written) {
    String image = written.toLowerCase(Locale.ROOT);
    if (IMAGE.matcher(image).matches()) {
      return OptionalInt.of(80);
    }
    if (DNS.matcher(image).matches()) {
      return OptionalInt.of(53);
    }
    return MAIL.matcher(image).matches() ? OptionalInt.of(25) : OptionalInt.empty();
  }
}
