import axios from 'axios'
const api = axios.create({ baseURL: process.env.API })
await api.delete('/users/1')
await axios.post('/users', { name: 'DELETE FROM users' })
await fetch('/x', { method: 'DELETE' })
