//go:build amd64 && !purego

package kernel

import "golang.org/x/sys/cpu"

// Best is the fastest way that this machine knows.
func Best() Kind { return Kind(cpu.X86.HasAVX2 && cpu.X86.HasFMA) }

//go:noescape
func tile6(c *float32, stride int, a *float32, row, col int, panel *float32, k int)

//go:noescape
func tile1(c *float32, a *float32, col int, panel *float32, k int)

//go:noescape
func dense(out, bias, x, w *float32, k int)

//go:noescape
func gather(out, base *float32, at *int32, n int)

//go:noescape
func addRow(dst *float32, row *int8, scale float32, n int)

//go:noescape
func relu(dst, x *float32, n int)

//go:noescape
func addRelu(dst, t *float32, n int)

//go:noescape
func scan(out, h, z, f *float32)
