"""What temperature, top_p and their kin do to a model's own probabilities. Pure and exact.

``tokens`` reads an endpoint's logprobs, ``samplers`` says which settings an endpoint applies in
which order, ``shaping`` applies them to one place of an answer, ``answers`` to a whole answer.
What the endpoint does not tell is bounded from both sides, never guessed.
"""
