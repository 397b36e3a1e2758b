package dev.zonewright.workspace;

import dev.zonewright.text.Unreadable;
import dev.zonewright.workspace.GitTree.Item;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The files of a folder, or one file, as they were in a revision of the repository that they lie
 * in. Read by the person's own git, object by object: nothing is checked out, nothing is written.
 */
public final class GitRevision {
  private static final int LONGEST_LINK = 4_096;
  private static final byte[] LFS =
      "version https://git-lfs.github.com/spec/".getBytes(StandardCharsets.UTF_8);

  private static final String SHALLOW =
      " The clone is shallow: it holds only the newest commits. Fetch the others with"
          + " 'git fetch --unshallow', and a branch or tag that was not cloned with"
          + " 'git fetch origin NAME:NAME'.";

  private final String revision;
  private final String commit;
  private final String prefix;
  private final String given;
  private final Optional<String> file;
  private final GitCommand git;

  private GitRevision(
      String revision,
      String commit,
      String prefix,
      String given,
      Optional<String> file,
      GitCommand git) {
    this.revision = revision;
    this.commit = commit;
    this.prefix = prefix;
    this.given = given;
    this.file = file;
    this.git = git;
  }

  /**
   * Looks for a revision.
   *
   * @param git the program
   * @param revision as git reads it: a branch, a tag, an id, {@code HEAD~2}
   * @param place a folder or file as it is now
   * @param shown hears each command line before it runs
   * @throws GitException when there is no such revision, or no repository
   */
  public static GitRevision of(Path git, String revision, Path place, Consumer<String> shown) {
    if (revision.isBlank() || revision.startsWith("-") || revision.chars().anyMatch(c -> c < ' ')) {
      throw new GitException(
          "'%s' is not a revision. Name a branch, a tag or a commit: git:main."
              .formatted(revision));
    }
    boolean folder = Files.isDirectory(place);
    Path absolute = place.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    GitCommand command = new GitCommand(git, folder || parent == null ? absolute : parent, shown);
    // printed one below the other; only a path may hold line ends
    String answer = find(command, revision).stripTrailing();
    int cut = answer.lastIndexOf('\n');
    String commit = answer.substring(cut + 1);
    if (cut < 0 || !commit.matches("[0-9a-f]{40,64}")) {
      throw new GitException(
          "'%s' is not one revision. Name a branch, a tag or a commit: git:main."
              .formatted(revision));
    }
    return new GitRevision(
        revision,
        commit,
        answer.substring(0, cut),
        OpenRun.nameOf(place),
        folder ? Optional.empty() : Optional.of(String.valueOf(absolute.getFileName())),
        command);
  }

  private static String find(GitCommand command, String revision) {
    try {
      return command.ask("rev-parse", "--show-prefix", revision + "^{commit}");
    } catch (GitException e) {
      throw isShallow(command) ? new GitException(e.getMessage() + SHALLOW) : e;
    }
  }

  /** Outside a repository, and for a git that does not know the question, it is not. */
  private static boolean isShallow(GitCommand command) {
    try {
      return "true".equals(command.ask("rev-parse", "--is-shallow-repository").strip());
    } catch (GitException _) {
      return false;
    }
  }

  private static final int MOST_BESIDE = 20_000_000;

  /** A file that was read beside the manifests. */
  public record Beside(String name, String text) {}

  /**
   * A file of this name beside the manifests, or in the nearest folder above, up to the top of the
   * repository.
   *
   * <p>One of more than 20 MB is refused.
   */
  public Optional<Beside> beside(String name) {
    if (prefix.indexOf('\n') >= 0) {
      return Optional.empty();
    }
    try (GitObjects objects = new GitObjects(git)) {
      String folder = prefix;
      while (true) {
        Optional<String> text = objects.text(commit + ":" + folder + name, MOST_BESIDE);
        if (text.isPresent()) {
          boolean own = folder.equals(prefix) && file.isEmpty();
          String called = own ? called(name) : revision + ":" + folder + name;
          return Optional.of(new Beside(called, text.get()));
        }
        if (folder.isEmpty()) {
          return Optional.empty();
        }
        String above = folder.substring(0, folder.length() - 1);
        folder = above.substring(0, above.lastIndexOf('/') + 1);
      }
    }
  }

  /** What reports call a file. */
  private String called(String path) {
    if (file.isPresent()) {
      return revision + ":" + given;
    }
    return revision + ":" + (given.endsWith("/") ? given + path : given + "/" + path);
  }

  void open(OpenRun run) {
    GitTree tree =
        GitTree.parse(
            file.map(name -> git.ask("ls-tree", "-r", "-z", commit, "--", name))
                .orElseGet(() -> git.ask("ls-tree", "-r", "-z", commit)));
    List<Item> items =
        file.isPresent()
            ? tree.items().values().stream().filter(i -> file.get().equals(i.path())).toList()
            : tree.manifests();
    if (items.isEmpty()) {
      return;
    }
    Set<String> seen = new HashSet<>();
    items.stream().filter(i -> !i.isLink()).forEach(i -> seen.add(i.path()));
    try (GitObjects objects = new GitObjects(git)) {
      for (Item item : items) {
        if (item.isRepository()) {
          run.refuse(
              unreadable(
                  item,
                  "it is a submodule, whose files are in a repository of their own",
                  "Compare it by itself."));
        } else if (item.isLink()) {
          link(item, tree, seen, objects, run);
        } else {
          blob(item, objects, run);
        }
      }
    }
  }

  /** A file that is reached twice is opened once; links to folders are left out. */
  private void link(Item link, GitTree tree, Set<String> seen, GitObjects objects, OpenRun run) {
    Optional<String> target =
        objects.text(link.id(), LONGEST_LINK).flatMap(t -> GitTree.follow(link.path(), t));
    Optional<Item> item = target.map(tree.items()::get).filter(i -> !i.isLink());
    if (item.isPresent()) {
      if (seen.add(item.get().path())) {
        blob(item.get().at(link.path()), objects, run);
      }
    } else if (target.filter(tree::hasFolder).isEmpty()) {
      run.refuse(
          unreadable(
              link,
              "it is a link, but not to a file in the same folder",
              "Compare the folder that holds the file too."));
    }
  }

  private void blob(Item item, GitObjects objects, OpenRun run) {
    Path path;
    try {
      path = Path.of(item.path());
    } catch (InvalidPathException _) {
      run.refuse(
          unreadable(
              item, "its name is not allowed on this system", "Compare it on another system."));
      return;
    }
    boolean there = objects.read(item.id(), in -> content(item, path, in, run));
    if (!there) {
      run.refuse(
          unreadable(
              item,
              "the repository does not hold its content, as in a partial clone",
              "Fetch it with git first."));
    }
  }

  private void content(Item item, Path path, InputStream in, OpenRun run) {
    try {
      byte[] start = in.readNBytes(LFS.length);
      if (Arrays.equals(start, LFS)) {
        run.refuse(
            unreadable(
                item,
                "Git LFS holds its content, the repository only points to it",
                "Compare it with a folder that holds the file."));
        return;
      }
      run.stream(
          new SequenceInputStream(new ByteArrayInputStream(start), in), path, called(item.path()));
    } catch (IOException e) {
      throw new GitException("git stopped early: " + e.getMessage());
    }
  }

  private Unreadable unreadable(Item item, String what, String cure) {
    return new Unreadable(called(item.path()), 1, what, cure);
  }
}
