package dev.tarn.analytics.kinetics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Everything about an elimination that does not depend on temperature: the order, the places where
 * new edges arise, and where each pair of the graph enters.
 *
 * <p>Vertices of the graph are either eliminated or kept; kept ones are gathered into classes, and
 * a class behaves as one vertex. <em>Columns</em> 0 … {@code eliminated} - 1 are the eliminated
 * vertices in their order, columns from {@code eliminated} on the classes.
 *
 * <p>Consecutive columns with nearly the same structure form a <em>panel</em>. Panel s holds
 * columns {@code firstColumn[s] … firstColumn[s + 1] - 1}; {@code rows[s]} lists these and then the
 * rows below them, ascending. Its values are a dense block, column by column, of height {@code
 * rows[s].length}, from {@code start[s]} on; only what is below the diagonal is used. The last
 * panel holds the classes.
 */
final class EliminationPlan {
  /** Widest panel: its part of a front of a thousand rows still fits a second-level cache. */
  private static final int PANEL_WIDTH = 32;

  /** Panels are merged where that adds at most this share of zeros ... */
  private static final double ZERO_SHARE = 0.15;

  /** ... or, into narrow panels, at most this many. */
  private static final int FEW_ZEROS = 64;

  private static final int[] NOTHING = {};
  private static final int[] CONTINUED = {};

  final int eliminated;
  final int columnCount;

  /** Column of every vertex of the graph; several kept vertices may share one. */
  final int[] columnOf;

  final int[] firstColumn;
  final int[][] rows;
  final int[] start;
  final int size;

  /** Where the value of a pair goes; -1 between kept vertices of one class. */
  final int[] slotOf;

  private EliminationPlan(KineticGraph graph, int[] classOf, int classes) {
    int n = graph.vertexCount();
    int count = 0;
    for (int v = 0; v < n; v++) {
      if (classOf[v] < 0) {
        count++;
      }
    }
    eliminated = count;
    columnCount = eliminated + classes;
    int[] vertexNumber = numberVertices(classOf);
    int[] order = MinimumDegreeOrdering.of(amongEliminated(neighbours(graph, vertexNumber)));
    int[] column = new int[columnCount];
    for (int k = 0; k < eliminated; k++) {
      column[order[k]] = k;
    }
    for (int c = eliminated; c < columnCount; c++) {
      column[c] = c;
    }
    postOrder(neighbours(graph, vertexNumber), column);
    columnOf = new int[n];
    for (int v = 0; v < n; v++) {
      columnOf[v] = column[vertexNumber[v]];
    }
    int[][] structure = structure(neighbours(graph, columnOf));
    List<Panel> panels = panels(structure);
    firstColumn = new int[panels.size() + 1];
    rows = new int[panels.size()][];
    start = new int[rows.length + 1];
    long total = 0;
    for (int s = 0; s < rows.length; s++) {
      rows[s] = panels.get(s).rows();
      firstColumn[s + 1] = panels.get(s).end();
      total += (long) (firstColumn[s + 1] - firstColumn[s]) * rows[s].length;
      if (total > Integer.MAX_VALUE - 8) {
        throw new IllegalArgumentException(
            "the network is too strongly connected: eliminating its "
                + eliminated
                + " minima needs more than 2^31 numbers");
      }
      start[s + 1] = (int) total;
    }
    size = (int) total;
    slotOf = slots(graph);
  }

  /**
   * A plan for eliminating some vertices of a graph.
   *
   * @param classOf for every vertex -1 if it is to be eliminated, else its class
   * @param classes number of classes
   */
  static EliminationPlan of(KineticGraph graph, int[] classOf, int classes) {
    return new EliminationPlan(graph, classOf, classes);
  }

  private int[] numberVertices(int[] classOf) {
    int[] number = new int[classOf.length];
    int at = 0;
    for (int v = 0; v < classOf.length; v++) {
      number[v] = classOf[v] < 0 ? at++ : eliminated + classOf[v];
    }
    return number;
  }

  /** Distinct neighbours, renumbered; those among classes are left out. */
  private int[][] neighbours(KineticGraph graph, int[] number) {
    int[] count = new int[columnCount];
    for (int v = 0; v < number.length; v++) {
      count[number[v]] += graph.offsets[v + 1] - graph.offsets[v];
    }
    int[][] lists = new int[columnCount][];
    for (int c = 0; c < columnCount; c++) {
      lists[c] = new int[count[c]];
    }
    Arrays.fill(count, 0);
    for (int v = 0; v < number.length; v++) {
      int a = number[v];
      for (int p = graph.offsets[v]; p < graph.offsets[v + 1]; p++) {
        int b = number[graph.neighbours[p]];
        if (a != b && (a < eliminated || b < eliminated)) {
          lists[a][count[a]++] = b;
        }
      }
    }
    for (int c = 0; c < columnCount; c++) {
      Arrays.sort(lists[c], 0, count[c]);
      int distinct = 0;
      for (int k = 0; k < count[c]; k++) {
        if (distinct == 0 || lists[c][k] != lists[c][distinct - 1]) {
          lists[c][distinct++] = lists[c][k];
        }
      }
      lists[c] = Arrays.copyOf(lists[c], distinct);
    }
    return lists;
  }

  /** The lists of the vertices to be eliminated, without the kept ones. */
  private int[][] amongEliminated(int[][] lists) {
    int[][] result = new int[eliminated][];
    for (int v = 0; v < eliminated; v++) {
      int count = lists[v].length;
      while (count > 0 && lists[v][count - 1] >= eliminated) {
        count--;
      }
      result[v] = Arrays.copyOf(lists[v], count);
    }
    return result;
  }

  /** Renumbers eliminated columns so that each subtree of the elimination tree is contiguous. */
  private void postOrder(int[][] lists, int[] column) {
    int[][] byColumn = new int[columnCount][];
    for (int v = 0; v < columnCount; v++) {
      byColumn[column[v]] = lists[v];
    }
    int[] parent = new int[eliminated];
    int[] ancestor = new int[eliminated];
    Arrays.fill(parent, -1);
    Arrays.fill(ancestor, -1);
    for (int j = 0; j < eliminated; j++) {
      for (int v : byColumn[j]) {
        int i = column[v];
        while (i < j) {
          int above = ancestor[i];
          ancestor[i] = j;
          if (above < 0) {
            parent[i] = j;
            break;
          }
          i = above;
        }
      }
    }
    int[] firstChild = new int[eliminated];
    int[] sibling = new int[eliminated];
    Arrays.fill(firstChild, -1);
    for (int j = eliminated - 1; j >= 0; j--) {
      if (parent[j] >= 0) {
        sibling[j] = firstChild[parent[j]];
        firstChild[parent[j]] = j;
      }
    }
    int[] position = new int[columnCount];
    int[] stack = new int[eliminated];
    int at = 0;
    for (int root = 0; root < eliminated; root++) {
      if (parent[root] >= 0) {
        continue;
      }
      int depth = 0;
      stack[depth++] = root;
      while (depth > 0) {
        int j = stack[depth - 1];
        int child = firstChild[j];
        if (child >= 0) {
          firstChild[j] = sibling[child];
          stack[depth++] = child;
        } else {
          position[j] = at++;
          depth--;
        }
      }
    }
    for (int c = eliminated; c < columnCount; c++) {
      position[c] = c;
    }
    for (int v = 0; v < columnCount; v++) {
      column[v] = position[column[v]];
    }
  }

  /**
   * Rows below the diagonal of every column; {@link #CONTINUED} for a column whose rows are those
   * of the column before without itself.
   */
  private int[][] structure(int[][] lists) {
    int[][] below = new int[eliminated][];
    boolean[] continued = new boolean[eliminated];
    int[] firstChild = new int[eliminated];
    int[] sibling = new int[eliminated];
    int[] mark = new int[columnCount];
    Arrays.fill(firstChild, -1);
    Arrays.fill(mark, -1);
    int[] work = new int[columnCount];
    for (int j = 0; j < eliminated; j++) {
      mark[j] = j;
      int count = 0;
      for (int i : lists[j]) {
        if (i > j && mark[i] != j) {
          mark[i] = j;
          work[count++] = i;
        }
      }
      for (int child = firstChild[j]; child >= 0; child = sibling[child]) {
        for (int i : below[child]) {
          if (mark[i] != j) {
            mark[i] = j;
            work[count++] = i;
          }
        }
      }
      below[j] = Arrays.copyOf(work, count);
      Arrays.sort(below[j]);
      continued[j] = j > 0 && below[j - 1].length == count + 1 && below[j - 1][0] == j;
      for (int child = firstChild[j]; child >= 0; child = sibling[child]) {
        if (continued[child]) {
          below[child] = CONTINUED;
        }
      }
      if (count > 0 && below[j][0] < eliminated) {
        sibling[j] = firstChild[below[j][0]];
        firstChild[below[j][0]] = j;
      }
    }
    for (int j = 0; j < eliminated; j++) {
      if (continued[j]) {
        below[j] = CONTINUED;
      }
    }
    return below;
  }

  @SuppressWarnings("ReferenceEquality") // CONTINUED is told from other empty arrays by identity.
  private List<Panel> panels(int[][] structure) {
    List<Panel> merged = new ArrayList<>();
    int j = 0;
    while (j < eliminated) {
      int first = j;
      do {
        j++;
      } while (j < eliminated && structure[j] == CONTINUED);
      int[] below = Arrays.copyOfRange(structure[first], j - first - 1, structure[first].length);
      Panel next = new Panel(first, j, below, 0);
      if (!merged.isEmpty() && merged.get(merged.size() - 1).joins(next)) {
        next = merged.remove(merged.size() - 1).join(next);
      }
      merged.add(next);
    }
    List<Panel> panels = new ArrayList<>();
    for (Panel panel : merged) {
      panel.split(panels);
    }
    panels.add(new Panel(eliminated, columnCount, NOTHING, 0));
    return panels;
  }

  private int[] slots(KineticGraph graph) {
    int[] panelOf = new int[columnCount];
    for (int s = 0; s < rows.length; s++) {
      Arrays.fill(panelOf, firstColumn[s], firstColumn[s + 1], s);
    }
    int[] slots = new int[graph.pairCount()];
    for (int v = 0; v < graph.vertexCount(); v++) {
      for (int p = graph.offsets[v]; p < graph.offsets[v + 1]; p++) {
        int a = columnOf[v];
        int b = columnOf[graph.neighbours[p]];
        int column = Math.min(a, b);
        int panel = panelOf[column];
        slots[graph.pairs[p]] =
            a == b
                ? -1
                : start[panel]
                    + (column - firstColumn[panel]) * rows[panel].length
                    + Arrays.binarySearch(rows[panel], Math.max(a, b));
      }
    }
    return slots;
  }

  /**
   * Columns of common structure.
   *
   * @param below rows below the last column, ascending
   * @param zeros entries that are only there because columns were merged
   */
  private record Panel(int first, int end, int[] below, long zeros) {
    /** Whether the next panel goes on where this one's elimination leads, at little cost. */
    boolean joins(Panel next) {
      if (below.length == 0 || below[0] != next.first) {
        return false;
      }
      long total = zerosWith(next);
      double width = next.end - first;
      return total <= FEW_ZEROS || total <= ZERO_SHARE * (width * (next.below.length + width / 2));
    }

    private long zerosWith(Panel next) {
      int height = next.end - next.first + next.below.length;
      return zeros + next.zeros + (long) (end - first) * (height - below.length);
    }

    Panel join(Panel next) {
      return new Panel(first, next.end, next.below, zerosWith(next));
    }

    void split(List<Panel> into) {
      for (int from = first; from < end; from += PANEL_WIDTH) {
        int to = Math.min(end, from + PANEL_WIDTH);
        int[] rest = new int[end - to + below.length];
        for (int k = 0; k < end - to; k++) {
          rest[k] = to + k;
        }
        System.arraycopy(below, 0, rest, end - to, below.length);
        into.add(new Panel(from, to, rest, 0));
      }
    }

    /** Its columns, then the rows below. */
    int[] rows() {
      int width = end - first;
      int[] all = new int[width + below.length];
      for (int k = 0; k < width; k++) {
        all[k] = first + k;
      }
      System.arraycopy(below, 0, all, width, below.length);
      return all;
    }
  }
}
