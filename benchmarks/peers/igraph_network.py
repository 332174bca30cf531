"""All-pairs path lengths and clustering of an edge list with igraph, timed: a peer for the benchmark.

Usage: python3 igraph_network.py EDGES, one "a b" a line. Prints mean path, seconds, clustering, seconds. Clustering
includes building the graph from its edges, as Tarn's does.
Debian: apt install python3-igraph
"""

import sys
import time

import igraph

graph = igraph.Graph.Read_Edgelist(sys.argv[1], directed=False)
edges = graph.get_edgelist()
for repetition in range(5):
    start = time.perf_counter()
    mean = graph.average_path_length(directed=False)
    paths = time.perf_counter() - start
    start = time.perf_counter()
    built = igraph.Graph(n=graph.vcount(), edges=edges)
    clustering = built.transitivity_avglocal_undirected(mode="zero")
    print(mean, paths, clustering, time.perf_counter() - start)
