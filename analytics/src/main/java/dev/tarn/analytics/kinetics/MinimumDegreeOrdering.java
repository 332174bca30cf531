package dev.tarn.analytics.kinetics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which vertices are eliminated from a sparse symmetric graph so that few new edges
 * arise: approximate minimum degree on the quotient graph.
 *
 * <p>An eliminated vertex becomes an <em>element</em>, which stands for the clique of its
 * neighbours; vertices that have become indistinguishable are merged and eliminated together.
 * Degrees are the upper bounds of Amestoy, Davis and Duff (SIAM J. Matrix Anal. Appl. 17, 886,
 * 1996, <a href="https://doi.org/10.1137/S0895479894278952">doi:10.1137/S0895479894278952</a>),
 * with aggressive absorption of elements. Ties go to the vertex that reached the degree last, so
 * the order depends on nothing but the graph.
 *
 * <p>Vertices with so many neighbours that looking through them again and again would dominate are
 * set aside and eliminated last, as Amestoy, Davis and Duff do: a landscape's global minimum may be
 * joined to all others.
 */
final class MinimumDegreeOrdering {
  private static final int[] NONE = {};

  /** More neighbours than this times the root of the number of vertices are many ... */
  private static final double DENSE_FACTOR = 10;

  /** ... but never as few as this. */
  private static final int LEAST_DENSE = 64;

  private final int vertexCount;

  /** Neighbours that are not yet covered by an element. */
  private final int[][] variables;

  private final int[] variableCount;

  /** Elements a vertex belongs to. */
  private final int[][] elements;

  private final int[] elementCount;

  /** Vertices of an element. */
  private final int[][] members;

  /** Number of vertices in an element, merged ones counted. */
  private final int[] memberWeight;

  /** How many vertices a vertex stands for; 0 once merged or eliminated. */
  private final int[] weight;

  private final boolean[] isElement;
  private final int[] degree;
  private final int[] bucket;
  private final int[] next;
  private final int[] previous;

  /** Chains of vertices merged into one. */
  private final int[] mergedNext;

  private final int[] mergedLast;
  private final long[] mark;
  private final long[] outside;
  private long stamp;
  private int minimumDegree;
  private final int[] order;
  private int ordered;
  private final int sparseCount;

  private MinimumDegreeOrdering(int[][] neighbours, boolean[] dense, int denseCount) {
    vertexCount = neighbours.length;
    variables = neighbours;
    variableCount = new int[vertexCount];
    elements = new int[vertexCount][];
    elementCount = new int[vertexCount];
    members = new int[vertexCount][];
    memberWeight = new int[vertexCount];
    weight = new int[vertexCount];
    isElement = new boolean[vertexCount];
    degree = new int[vertexCount];
    bucket = new int[vertexCount + 1];
    next = new int[vertexCount];
    previous = new int[vertexCount];
    mergedNext = new int[vertexCount];
    mergedLast = new int[vertexCount];
    mark = new long[vertexCount];
    outside = new long[vertexCount];
    order = new int[vertexCount];
    Arrays.fill(bucket, -1);
    Arrays.fill(elements, NONE);
    Arrays.fill(members, NONE);
    Arrays.fill(weight, 1);
    Arrays.fill(mergedNext, -1);
    for (int v = vertexCount - 1; v >= 0; v--) {
      variableCount[v] = neighbours[v].length;
      degree[v] = neighbours[v].length;
      mergedLast[v] = v;
      if (dense[v]) {
        weight[v] = 0;
      } else {
        enter(v);
      }
    }
    sparseCount = vertexCount - denseCount;
  }

  /**
   * The vertices in the order of their elimination.
   *
   * @param neighbours distinct neighbours of every vertex, without loops; used up
   */
  static int[] of(int[][] neighbours) {
    int n = neighbours.length;
    int limit = (int) Math.max(LEAST_DENSE, DENSE_FACTOR * Math.sqrt(n));
    boolean[] dense = new boolean[n];
    List<Integer> setAside = new ArrayList<>();
    for (int v = 0; v < n; v++) {
      if (neighbours[v].length > limit) {
        dense[v] = true;
        setAside.add(v);
      }
    }
    setAside.sort(Comparator.comparingInt(v -> neighbours[v].length));
    if (!setAside.isEmpty()) {
      for (int v = 0; v < n; v++) {
        neighbours[v] = Arrays.stream(neighbours[v]).filter(u -> !dense[u]).toArray();
      }
    }
    int[] order = new MinimumDegreeOrdering(neighbours, dense, setAside.size()).run();
    for (int k = 0; k < setAside.size(); k++) {
      order[n - setAside.size() + k] = setAside.get(k);
    }
    return order;
  }

  private int[] run() {
    while (ordered < sparseCount) {
      while (bucket[minimumDegree] < 0) {
        minimumDegree++;
      }
      eliminate(bucket[minimumDegree]);
    }
    return order;
  }

  private void eliminate(int pivot) {
    leave(pivot);
    int[] front = front(pivot);
    emit(pivot);
    countOutside(front);
    int size = 0;
    int kept = 0;
    for (int v : front) {
      if (prune(v, pivot)) {
        emit(v);
      } else {
        front[kept++] = v;
        size += weight[v];
      }
    }
    front = Arrays.copyOf(front, kept);
    mergeIndistinguishable(front);
    kept = 0;
    int remaining = sparseCount - ordered;
    for (int v : front) {
      if (weight[v] > 0) {
        front[kept++] = v;
        degree[v] = Math.min(degree[v] + size, remaining) - weight[v];
        enter(v);
      }
    }
    members[pivot] = kept == front.length ? front : Arrays.copyOf(front, kept);
    memberWeight[pivot] = size;
  }

  /** The clique that eliminating the pivot leaves; its vertices are taken from the buckets. */
  private int[] front(int pivot) {
    long inFront = ++stamp;
    mark[pivot] = inFront;
    int capacity = variableCount[pivot];
    for (int k = 0; k < elementCount[pivot]; k++) {
      capacity += members[elements[pivot][k]].length;
    }
    int[] front = new int[capacity];
    int size = gather(variables[pivot], variableCount[pivot], front, 0);
    for (int k = 0; k < elementCount[pivot]; k++) {
      int element = elements[pivot][k];
      size = gather(members[element], members[element].length, front, size);
      isElement[element] = false;
      members[element] = NONE;
    }
    isElement[pivot] = true;
    variables[pivot] = NONE;
    elements[pivot] = NONE;
    return Arrays.copyOf(front, size);
  }

  private int gather(int[] vertices, int count, int[] front, int start) {
    int size = start;
    for (int k = 0; k < count; k++) {
      int v = vertices[k];
      if (weight[v] > 0 && mark[v] != stamp) {
        mark[v] = stamp;
        front[size++] = v;
        leave(v);
      }
    }
    return size;
  }

  /** For every element that touches the front: {@code outside} - base = its weight beyond it. */
  private void countOutside(int[] front) {
    long base = base();
    for (int v : front) {
      int kept = 0;
      int[] list = elements[v];
      for (int k = 0; k < elementCount[v]; k++) {
        int element = list[k];
        if (!isElement[element]) {
          continue;
        }
        list[kept++] = element;
        if (outside[element] < base) {
          outside[element] = base + memberWeight[element];
        }
        outside[element] -= weight[v];
      }
      elementCount[v] = kept;
    }
  }

  /** Marks older than this belong to earlier pivots. */
  private long base() {
    return stamp * (vertexCount + 1L);
  }

  /**
   * Removes from the lists of a vertex of the front what the new element covers; leaves in {@code
   * degree} its degree beyond the front.
   *
   * @return whether nothing else is left, so that the vertex can go with the pivot
   */
  private boolean prune(int v, int pivot) {
    long base = base();
    int beyond = 0;
    int kept = 0;
    int[] list = elements[v];
    for (int k = 0; k < elementCount[v]; k++) {
      int element = list[k];
      long weightOutside = outside[element] - base;
      if (!isElement[element] || weightOutside == 0) {
        isElement[element] = false;
        members[element] = NONE;
      } else {
        list[kept++] = element;
        beyond += (int) weightOutside;
      }
    }
    if (kept == list.length) {
      list = Arrays.copyOf(list, kept + 2);
      elements[v] = list;
    }
    list[kept] = pivot;
    elementCount[v] = kept + 1;
    int keptVariables = 0;
    int[] others = variables[v];
    for (int k = 0; k < variableCount[v]; k++) {
      int u = others[k];
      if (weight[u] > 0 && mark[u] != stamp) {
        others[keptVariables++] = u;
        beyond += weight[u];
      }
    }
    variableCount[v] = keptVariables;
    degree[v] = Math.min(degree[v], beyond);
    return kept == 0 && keptVariables == 0;
  }

  /** Merges vertices of the front that have the same neighbours. */
  private void mergeIndistinguishable(int[] front) {
    long[] keys = new long[front.length];
    int count = 0;
    for (int k = 0; k < front.length; k++) {
      int v = front[k];
      int hash = elementCount[v] * 31 + variableCount[v];
      for (int e = 0; e < elementCount[v]; e++) {
        hash += scatter(elements[v][e]);
      }
      for (int u = 0; u < variableCount[v]; u++) {
        hash += scatter(variables[v][u]) * 3;
      }
      keys[count++] = ((long) hash << 32) | k;
    }
    Arrays.sort(keys, 0, count);
    for (int a = 0; a < count; a++) {
      int v = front[(int) keys[a]];
      if (weight[v] == 0) {
        continue;
      }
      boolean marked = false;
      long inV = 0;
      for (int b = a + 1; b < count && keys[b] >> 32 == keys[a] >> 32; b++) {
        int u = front[(int) keys[b]];
        if (weight[u] == 0) {
          continue;
        }
        if (!marked) {
          // One stamp for elements and one for vertices: both kinds share their numbers.
          inV = markLists(v);
          marked = true;
        }
        if (sameLists(v, u, inV)) {
          weight[v] += weight[u];
          weight[u] = 0;
          mergedNext[mergedLast[v]] = u;
          mergedLast[v] = mergedLast[u];
          variables[u] = NONE;
          elements[u] = NONE;
        }
      }
    }
  }

  private static int scatter(int x) {
    int h = x * 0x9E3779B9;
    return h ^ (h >>> 15);
  }

  private long markLists(int v) {
    stamp++;
    for (int e = 0; e < elementCount[v]; e++) {
      mark[elements[v][e]] = stamp;
    }
    for (int u = 0; u < variableCount[v]; u++) {
      mark[variables[v][u]] = stamp;
    }
    return stamp;
  }

  private boolean sameLists(int v, int u, long inV) {
    if (elementCount[u] != elementCount[v] || variableCount[u] != variableCount[v]) {
      return false;
    }
    for (int e = 0; e < elementCount[u]; e++) {
      if (mark[elements[u][e]] != inV) {
        return false;
      }
    }
    for (int w = 0; w < variableCount[u]; w++) {
      if (mark[variables[u][w]] != inV) {
        return false;
      }
    }
    return true;
  }

  /** Appends a vertex with all that were merged into it. */
  private void emit(int v) {
    for (int member = v; member >= 0; member = mergedNext[member]) {
      order[ordered++] = member;
    }
    weight[v] = 0;
    variableCount[v] = 0;
    if (!isElement[v]) {
      elements[v] = NONE;
      elementCount[v] = 0;
    }
  }

  private void enter(int v) {
    int d = degree[v];
    next[v] = bucket[d];
    previous[v] = -1;
    if (bucket[d] >= 0) {
      previous[bucket[d]] = v;
    }
    bucket[d] = v;
    minimumDegree = Math.min(minimumDegree, d);
  }

  private void leave(int v) {
    if (previous[v] >= 0) {
      next[previous[v]] = next[v];
    } else {
      bucket[degree[v]] = next[v];
    }
    if (next[v] >= 0) {
      previous[next[v]] = previous[v];
    }
  }
}
