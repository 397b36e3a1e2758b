package dev.zonewright.kube.evidence.known;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /** The first such port that a command opens. */
  public static OptionalInt told(String command) {
    Matcher found = TOLD.matcher(command);
    while (found.find()) {
      for (int group = 1; group <= found.groupCount(); group++) {
        if (found.group(group) != null && isLow(Integer.parseInt(found.group(group)))) {
          return OptionalInt.of(Integer.parseInt(found.group(group)));
        }
      }
    }
    return OptionalInt.empty();
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

  private static boolean isLow(int port) {
    return port > 0 && port < 1024;
  }
}
