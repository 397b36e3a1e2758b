package dev.zonewright.ui.tree;

import dev.zonewright.text.NaturalOrder;
import dev.zonewright.ui.tree.TreeNode.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files in their folders; a folder that holds only another is one row with it. */
final class FolderTree {
  private final Folder root = new Folder();

  /** A folder with what is in it, by name. */
  private static final class Folder {
    private final Map<String, Folder> folders = new TreeMap<>(NaturalOrder.NAMES);
    private final Map<String, TreeNode> files = new TreeMap<>(NaturalOrder.NAMES);
  }

  /** Takes in the row of a file; the parts of its name are parted by slashes. */
  void add(String file, TreeNode row) {
    Folder at = root;
    int from = 0;
    for (int slash = file.indexOf('/'); slash >= 0; slash = file.indexOf('/', from)) {
      // a name that begins with a slash begins at the root of the disk
      String part = slash == 0 ? "/" : file.substring(from, slash);
      at = at.folders.computeIfAbsent(part, _ -> new Folder());
      from = slash + 1;
    }
    at.files.put(file.substring(from), row);
  }

  /** The rows: folders first, then files. */
  List<TreeNode> nodes() {
    return nodes(root, "");
  }

  private static List<TreeNode> nodes(Folder folder, String path) {
    List<TreeNode> out = new ArrayList<>();
    folder.folders.forEach((name, below) -> {
      String title = name;
      Folder at = below;
      while (at.files.isEmpty() && at.folders.size() == 1) {
        Map.Entry<String, Folder> only = at.folders.entrySet().iterator().next();
        title = joined(title, only.getKey());
        at = only.getValue();
      }
      String whole = joined(path, title);
      out.add(TreeRows.group("folder\n" + whole, Mark.FOLDER, title, "", nodes(at, whole)));
    });
    out.addAll(folder.files.values());
    return out;
  }

  private static String joined(String above, String name) {
    return above.isEmpty() || above.endsWith("/") ? above + name : above + "/" + name;
  }
}
