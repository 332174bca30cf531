"""Asks a served store and hands the landscape to networkx.

    python3 examples/scripting/networkx_example.py bolt://localhost:7687 lj13

Needs the packages neo4j and networkx; user and password, where there are any, from
NEO4J_USERNAME and NEO4J_PASSWORD.
"""

import os
import sys

import networkx
from neo4j import GraphDatabase

uri, landscape = sys.argv[1:3]
password = os.environ.get("NEO4J_PASSWORD")
auth = (os.environ.get("NEO4J_USERNAME", "neo4j"), password) if password else None

with GraphDatabase.driver(uri, auth=auth) as driver:
    minima, _, _ = driver.execute_query(
        "MATCH (m:Minimum {landscape: $l}) RETURN m.id AS id, m.energy AS energy", l=landscape)
    edges, _, _ = driver.execute_query(
        "MATCH (a:Minimum {landscape: $l})-[t:TRANSITION_STATE]->(b) WHERE a <> b"
        " RETURN a.id AS a, b.id AS b, min(t.energy) AS energy", l=landscape)

graph = networkx.Graph()
graph.add_nodes_from((m["id"], {"energy": m["energy"]}) for m in minima)
graph.add_weighted_edges_from((e["a"], e["b"], e["energy"]) for e in edges)

largest = max(networkx.connected_components(graph), key=len)
print("nodes", graph.number_of_nodes())
print("edges", graph.number_of_edges())
print("clustering", networkx.average_clustering(graph.subgraph(largest)))
print("components", networkx.number_connected_components(graph))
