//go:build !amd64 || purego

package kernel

// Best is the only way that this machine knows.
func Best() Kind { return Plain }

func tile6(c *float32, stride int, a *float32, row, col int, panel *float32, k int) { panic(missing) }

func tile1(c *float32, a *float32, col int, panel *float32, k int) { panic(missing) }

func dense(out, bias, x, w *float32, k int) { panic(missing) }

func gather(out, base *float32, at *int32, n int) { panic(missing) }

func addRow(dst *float32, row *int8, scale float32, n int) { panic(missing) }

func relu(dst, x *float32, n int) { panic(missing) }

func addRelu(dst, t *float32, n int) { panic(missing) }

func scan(out, h, z, f *float32) { panic(missing) }

const missing = "kernel: this build has no assembly"
