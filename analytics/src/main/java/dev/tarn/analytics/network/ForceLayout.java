package dev.tarn.analytics.network;

import java.util.Arrays;

/**
 * Places the nodes of a graph in the plane: neighbours attract each other in proportion to their
 * distance, all nodes repel each other as (degree + 1) (degree + 1) / distance, and a weak gravity
 * holds components together (ForceAtlas2: Jacomy et al. 2014, doi:10.1371/journal.pone.0098679).
 * Far nodes repel as a group (Barnes and Hut 1986).
 *
 * <p>Nothing is random: nodes start on a sunflower in the order of a breadth-first search from the
 * largest hub. O(n log n + m) a sweep.
 */
final class ForceLayout {
  /** Groups that look smaller than this (size over distance) repel as one. */
  private static final double OPENING = 1.1;

  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  private final SimpleGraph graph;
  private final int n;
  private final double[] x;
  private final double[] y;
  private final double[] mass;
  private final double[] forceX;
  private final double[] forceY;
  private final double[] lastX;
  private final double[] lastY;
  private final QuadTree tree;
  private double speed = 1;

  private ForceLayout(SimpleGraph graph) {
    this.graph = graph;
    n = graph.nodeCount();
    x = new double[n];
    y = new double[n];
    mass = new double[n];
    forceX = new double[n];
    forceY = new double[n];
    lastX = new double[n];
    lastY = new double[n];
    tree = new QuadTree(n);
  }

  /** Coordinates {x, y} of all nodes after that many sweeps. */
  static double[][] of(SimpleGraph graph, int sweeps) {
    ForceLayout layout = new ForceLayout(graph);
    layout.start();
    for (int k = 0; k < sweeps; k++) {
      layout.sweep();
    }
    return new double[][] {layout.x, layout.y};
  }

  private void start() {
    int hub = 0;
    for (int v = 0; v < n; v++) {
      mass[v] = graph.degree(v) + 1.0;
      hub = graph.degree(v) > graph.degree(hub) ? v : hub;
    }
    int[] steps = n == 0 ? new int[0] : PathLengths.stepsFrom(graph, hub);
    int[] order = new int[n];
    int at = 0;
    int farthest = Arrays.stream(steps).max().orElse(0);
    for (int d = 0; d <= farthest; d++) {
      for (int v = 0; v < n; v++) {
        if (steps[v] == d) {
          order[at++] = v;
        }
      }
    }
    for (int v = 0; v < n; v++) {
      if (steps[v] < 0) {
        order[at++] = v;
      }
    }
    for (int k = 0; k < n; k++) {
      double radius = 10 * Math.sqrt(k + 0.5);
      x[order[k]] = radius * Math.cos(k * GOLDEN_ANGLE);
      y[order[k]] = radius * Math.sin(k * GOLDEN_ANGLE);
    }
  }

  private void sweep() {
    Arrays.fill(forceX, 0);
    Arrays.fill(forceY, 0);
    tree.build(x, y, mass);
    double repulsion = 10;
    for (int v = 0; v < n; v++) {
      tree.repel(v, x[v], y[v], repulsion * mass[v], OPENING, forceX, forceY);
      double distance = Math.hypot(x[v], y[v]) + 1e-9;
      forceX[v] -= mass[v] * x[v] / distance;
      forceY[v] -= mass[v] * y[v] / distance;
      for (int p = graph.offsets()[v]; p < graph.offsets()[v + 1]; p++) {
        int to = graph.neighbours()[p];
        forceX[v] += x[to] - x[v];
        forceY[v] += y[to] - y[v];
      }
    }
    move();
  }

  /** Nodes that swing to and fro move less; the whole moves as fast as its swinging allows. */
  private void move() {
    double swinging = 1e-9;
    double traction = 1e-9;
    for (int v = 0; v < n; v++) {
      swinging += mass[v] * Math.hypot(forceX[v] - lastX[v], forceY[v] - lastY[v]);
      traction += mass[v] * Math.hypot(forceX[v] + lastX[v], forceY[v] + lastY[v]) / 2;
    }
    speed = Math.min(1.5 * speed, traction / swinging);
    for (int v = 0; v < n; v++) {
      double swing = mass[v] * Math.hypot(forceX[v] - lastX[v], forceY[v] - lastY[v]);
      double factor = 0.1 * speed / (1 + Math.sqrt(speed * swing));
      double length = Math.hypot(forceX[v], forceY[v]) + 1e-12;
      factor = Math.min(factor, 10 / length);
      x[v] += factor * forceX[v];
      y[v] += factor * forceY[v];
      lastX[v] = forceX[v];
      lastY[v] = forceY[v];
    }
  }

  /** Cells of four, each with its mass and centre; a leaf holds one node or coincident ones. */
  private static final class QuadTree {
    private static final int DEEPEST = 40;

    private int[] child;
    private double[] cellMass;
    private double[] centreX;
    private double[] centreY;
    private double[] side;
    private int[] body;
    private int cells;

    QuadTree(int n) {
      int size = Math.max(16, 3 * n);
      child = new int[4 * size];
      cellMass = new double[size];
      centreX = new double[size];
      centreY = new double[size];
      side = new double[size];
      body = new int[size];
    }

    private int cell(double width) {
      if (cells == side.length) {
        int size = 2 * cells;
        child = Arrays.copyOf(child, 4 * size);
        cellMass = Arrays.copyOf(cellMass, size);
        centreX = Arrays.copyOf(centreX, size);
        centreY = Arrays.copyOf(centreY, size);
        side = Arrays.copyOf(side, size);
        body = Arrays.copyOf(body, size);
      }
      Arrays.fill(child, 4 * cells, 4 * cells + 4, -1);
      cellMass[cells] = 0;
      centreX[cells] = 0;
      centreY[cells] = 0;
      side[cells] = width;
      body[cells] = -1;
      return cells++;
    }

    void build(double[] x, double[] y, double[] mass) {
      double half = 1;
      for (int v = 0; v < x.length; v++) {
        half = Math.max(half, Math.max(Math.abs(x[v]), Math.abs(y[v])));
      }
      cells = 0;
      cell(2 * half);
      for (int v = 0; v < x.length; v++) {
        insert(v, x, y, mass, half);
      }
      for (int c = 0; c < cells; c++) {
        if (cellMass[c] > 0) {
          centreX[c] /= cellMass[c];
          centreY[c] /= cellMass[c];
        }
      }
    }

    private void insert(int v, double[] x, double[] y, double[] mass, double half) {
      int c = 0;
      double midX = 0;
      double midY = 0;
      double h = half;
      for (int depth = 0; ; depth++) {
        boolean empty = cellMass[c] == 0;
        boolean inner = !empty && body[c] < 0;
        int former = body[c];
        double formerMass = cellMass[c];
        double formerX = centreX[c];
        double formerY = centreY[c];
        cellMass[c] += mass[v];
        centreX[c] += mass[v] * x[v];
        centreY[c] += mass[v] * y[v];
        if (empty) {
          body[c] = v;
          return;
        }
        if (depth == DEEPEST) {
          return;
        }
        if (!inner) {
          // A second node in a leaf: the first one goes down a cell with all that it carries.
          int q = quadrant(x[former], y[former], midX, midY);
          int below = cell(h);
          child[4 * c + q] = below;
          body[below] = former;
          cellMass[below] = formerMass;
          centreX[below] = formerX;
          centreY[below] = formerY;
          body[c] = -1;
        }
        int q = quadrant(x[v], y[v], midX, midY);
        if (child[4 * c + q] < 0) {
          int below = cell(h);
          child[4 * c + q] = below;
        }
        c = child[4 * c + q];
        h /= 2;
        midX += (q & 1) == 0 ? -h : h;
        midY += (q & 2) == 0 ? -h : h;
      }
    }

    private static int quadrant(double x, double y, double midX, double midY) {
      return (x < midX ? 0 : 1) + (y < midY ? 0 : 2);
    }

    private final int[] stack = new int[4 * DEEPEST + 8];

    void repel(
        int v, double x, double y, double strength, double opening, double[] fx, double[] fy) {
      int top = 0;
      stack[top++] = 0;
      while (top > 0) {
        int c = stack[--top];
        if (body[c] == v) {
          continue;
        }
        double dx = x - centreX[c];
        double dy = y - centreY[c];
        double square = dx * dx + dy * dy;
        if (body[c] >= 0 || side[c] * side[c] < opening * opening * square) {
          double factor = strength * cellMass[c] / (square + 1e-6);
          fx[v] += factor * dx;
          fy[v] += factor * dy;
        } else {
          for (int q = 0; q < 4; q++) {
            if (child[4 * c + q] >= 0) {
              stack[top++] = child[4 * c + q];
            }
          }
        }
      }
    }
  }
}
