// Handlers that are each other's alternatives, thrice over: what is called is looked for once.
let first = (next: any) => second(next) ?? third(next)
let second = (next: any) => third(next) ?? first(next)
let third = (next: any) => first(next) ?? second(next)
first = second.bind(null, third) ?? third.bind(null, first) ?? first
second = third.bind(null, first) ?? first.bind(null, second) ?? second
third = first.bind(null, second) ?? second.bind(null, third) ?? third

first(second)(third)
second(third)(first)
