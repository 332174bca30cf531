"""Loss and gradient of a network with one hidden layer with numpy, timed: a peer for the benchmark.

Usage: python3 loss_numpy.py DATA ROWS INPUTS HIDDEN OUTPUTS EVALUATIONS, where DATA holds inputs, labels and weights as
doubles. Prints the median in milliseconds, the loss (lambda = 0.01) and the length of the gradient.
Debian: apt install python3-numpy libopenblas0. OPENBLAS_NUM_THREADS says how many threads it may use.
"""

import sys
import time

import numpy as np

LAMBDA = 0.01
rows, inputs, hidden, outputs, evaluations = map(int, sys.argv[2:7])
numbers = np.fromfile(sys.argv[1])
x = np.ascontiguousarray(numbers[: rows * inputs].reshape(rows, inputs))
labels = numbers[rows * inputs : rows * (inputs + 1)].astype(int)
weights = numbers[rows * (inputs + 1) :]
first = weights[: hidden * (inputs + 1)].reshape(hidden, inputs + 1)
second = weights[hidden * (inputs + 1) :].reshape(outputs, hidden + 1)
w1, b1 = np.ascontiguousarray(first[:, :-1].T), first[:, -1].copy()
w2, b2 = np.ascontiguousarray(second[:, :-1].T), second[:, -1].copy()
every = np.arange(rows)


def loss_and_gradient():
    a = x @ w1
    a += b1
    np.tanh(a, out=a)
    z = a @ w2
    z += b2
    z -= z.max(axis=1, keepdims=True)
    cost = -z[every, labels].sum()
    np.exp(z, out=z)
    total = z.sum(axis=1)
    cost += np.log(total).sum()
    z *= (1 / (rows * total))[:, None]
    z[every, labels] -= 1 / rows
    g2 = a.T @ z + 2 * LAMBDA * w2
    h2 = z.sum(axis=0) + 2 * LAMBDA * b2
    d = z @ w2.T
    a *= a
    np.subtract(1, a, out=a)
    d *= a
    g1 = x.T @ d + 2 * LAMBDA * w1
    h1 = d.sum(axis=0) + 2 * LAMBDA * b1
    penalty = LAMBDA * sum((w * w).sum() for w in (w1, b1, w2, b2))
    return cost / rows + penalty, (g1, h1, g2, h2)


times = []
for _ in range(evaluations):
    start = time.perf_counter()
    loss, gradient = loss_and_gradient()
    times.append(time.perf_counter() - start)
norm = np.sqrt(sum((g * g).sum() for g in gradient))
print(1e3 * np.median(times), repr(float(loss)), repr(float(norm)))
