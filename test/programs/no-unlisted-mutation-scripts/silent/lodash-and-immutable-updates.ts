import { update, set, remove } from 'lodash-es'
import { Map as ImmutableMap } from 'immutable'
const model = { user: { create: (x: unknown) => x } }
model.user.create({ name: 'x' })
update(model, 'a.b', () => 1)
set(model, 'x', 2)
remove([1, 2], n => n > 1)
ImmutableMap({ a: 1 }).delete('a').update('b', () => 2)
