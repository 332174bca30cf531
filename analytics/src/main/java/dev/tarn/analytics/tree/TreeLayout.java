package dev.tarn.analytics.tree;

import dev.tarn.landscape.Network;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Places leaves side by side, one unit each, and every superbasin in the middle of its leaves.
 *
 * <p>Of the parts of a superbasin the one with the lowest minimum stands in the middle; the others
 * follow by descending size, each on the side that holds fewer leaves so far. A funnel then hangs
 * from a nearly vertical stem with its twigs on both sides, and lines never cross. Which side of a
 * stem got more higher up decides where its next twig goes.
 */
final class TreeLayout {
  private final SuperbasinTree tree;
  private final double[] nodeX;
  private final double[] leafX;
  private final int[] childStart;
  private final int[] children;
  private final int[] leafStart;
  private final int[] leaves;

  /** A part of a superbasin: a superbasin one level down, or a leaf (as -1 - minimum). */
  private record Part(int what, int size, double lowest, int minimum) {}

  TreeLayout(SuperbasinTree tree) {
    this.tree = tree;
    int nodes = tree.nodeCount();
    int minima = tree.network().nodeCount();
    nodeX = new double[nodes];
    leafX = new double[minima];
    Arrays.fill(leafX, Double.NaN);
    int[] parents = new int[nodes];
    Arrays.setAll(parents, tree::parent);
    childStart = starts(parents, nodes);
    children = grouped(parents, childStart);
    int[] holders = new int[minima];
    Arrays.setAll(holders, tree::deepestNode);
    leafStart = starts(holders, nodes);
    leaves = grouped(holders, leafStart);
    place();
  }

  private static int[] starts(int[] groupOf, int groups) {
    int[] starts = new int[groups + 1];
    for (int group : groupOf) {
      if (group >= 0) {
        starts[group + 1]++;
      }
    }
    for (int g = 0; g < groups; g++) {
      starts[g + 1] += starts[g];
    }
    return starts;
  }

  private static int[] grouped(int[] groupOf, int[] starts) {
    int[] members = new int[starts[starts.length - 1]];
    int[] fill = starts.clone();
    for (int k = 0; k < groupOf.length; k++) {
      if (groupOf[k] >= 0) {
        members[fill[groupOf[k]]++] = k;
      }
    }
    return members;
  }

  /** A superbasin still to be taken apart, its first leaf, and leaves beside its stem so far. */
  private record Placed(int node, int start, int left, int right) {}

  private void place() {
    Deque<Placed> open = new ArrayDeque<>();
    List<Part> tops = new ArrayList<>();
    for (int v = tree.firstNode(1);
        v < (tree.levels() > 1 ? tree.firstNode(2) : tree.nodeCount());
        v++) {
      tops.add(part(v));
    }
    placeParts(tops, new Placed(-1, 0, 0, 0), open);
    while (!open.isEmpty()) {
      Placed at = open.pop();
      List<Part> parts = new ArrayList<>();
      for (int p = childStart[at.node]; p < childStart[at.node + 1]; p++) {
        parts.add(part(children[p]));
      }
      for (int p = leafStart[at.node]; p < leafStart[at.node + 1]; p++) {
        int minimum = leaves[p];
        parts.add(new Part(-1 - minimum, 1, tree.network().energy(minimum), minimum));
      }
      placeParts(parts, at, open);
    }
  }

  private Part part(int node) {
    int minimum = tree.lowestMinimum(node);
    return new Part(node, tree.size(node), tree.network().energy(minimum), minimum);
  }

  private void placeParts(List<Part> parts, Placed whole, Deque<Placed> open) {
    Comparator<Part> byDepth =
        Comparator.comparingDouble(Part::lowest).thenComparingInt(Part::minimum);
    List<Part> rest = new ArrayList<>(parts);
    rest.sort(byDepth);
    Part main = rest.remove(0);
    rest.sort(Comparator.comparingInt((Part part) -> -part.size).thenComparing(byDepth));
    Deque<Part> row = new ArrayDeque<>();
    row.add(main);
    int left = whole.left;
    int right = whole.right;
    for (Part part : rest) {
      if (right <= left) {
        row.addLast(part);
        right += part.size;
      } else {
        row.addFirst(part);
        left += part.size;
      }
    }
    int at = whole.start;
    for (Part part : row) {
      double middle = at + part.size * 0.5;
      if (part.what < 0) {
        leafX[part.minimum] = middle;
      } else {
        nodeX[part.what] = middle;
        boolean stem = part.equals(main);
        // Only which side holds more is passed on: a funnel should not lean because its
        // neighbours are of unequal size.
        open.push(
            new Placed(part.what, at, stem && left > right ? 1 : 0, stem && right > left ? 1 : 0));
      }
      at += part.size;
    }
  }

  /** Place of the superbasin, in leaves from the left. */
  double x(int node) {
    return nodeX[node];
  }

  /** Place of the minimum, in leaves from the left; NaN if it is not drawn. */
  double leafX(int minimum) {
    return leafX[minimum];
  }

  /** The superbasin one level down that holds all minima of this one; -1 if there is none. */
  int onlyPart(int node) {
    int first = childStart[node];
    return childStart[node + 1] > first && tree.size(children[first]) == tree.size(node)
        ? children[first]
        : -1;
  }

  /** The network's minima that are leaves right below the superbasin. */
  int[] leavesOf(int node) {
    return Arrays.copyOfRange(leaves, leafStart[node], leafStart[node + 1]);
  }

  Network network() {
    return tree.network();
  }
}
