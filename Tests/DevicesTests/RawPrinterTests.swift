import Foundation
import Synchronization
import Testing
import Wires

@Suite struct RawPrinterTests {
    static let job = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }

    /// Takes one call on a thread of its own and answers it with `behave`.
    private func printer(
        receiveBuffer: Int32? = nil, _ behave: @escaping @Sendable (Int32) -> [UInt8]
    ) throws -> (RawPrinter, Task<[UInt8], Never>) {
        let server = try TCPListener(receiveBuffer: receiveBuffer)
        let paper = Task {
            await onThread {
                let call = server.accepted()
                let bytes = behave(call)
                close(call)
                close(server.descriptor)
                return bytes
            }
        }
        return (RawPrinter(host: "127.0.0.1", port: server.port), paper)
    }

    private func sending(
        _ printer: RawPrinter, _ job: [UInt8], _ within: Duration
    ) async -> Result<Void, RawPrinter.Fault> {
        await onThread { Result { () throws(RawPrinter.Fault) in try printer.send(job, within: within) } }
    }

    @Test func theWholeJobArrives() async throws {
        let (printer, paper) = try printer { readAll($0, .max) }
        try await sending(printer, Self.job, .seconds(30)).get()
        #expect(await paper.value == Self.job)
    }

    @Test func aPrinterThatHangsUpInTheMiddleIsNoSuccess() async throws {
        let (printer, paper) = try printer(receiveBuffer: 4096) { readAll($0, 1000) }
        guard case .failure(.cutOff(let sent)) = await sending(printer, Self.job, .seconds(10)) else {
            Issue.record("half a job passed for a whole one")
            return
        }
        #expect(sent > 0)
        #expect(await paper.value.count == 1000)
    }

    @Test func aPrinterThatTakesNothingCostsOnlyTheDeadline() async throws {
        let isOver = Mutex(false)
        let (printer, paper) = try printer(receiveBuffer: 4096) { _ in
            for _ in 0..<1500 where !isOver.withLock({ $0 }) { usleep(20_000) }  // half a minute at most
            return []
        }
        let job = [UInt8](repeating: 0, count: 20_000_000)
        let (result, time) = await onThread {
            let start = ContinuousClock.now
            let result = Result { () throws(RawPrinter.Fault) in try printer.send(job, within: .milliseconds(300)) }
            return (result, ContinuousClock.now - start)
        }
        isOver.withLock { $0 = true }
        #expect(time < .seconds(15))
        if case .failure(.cutOff) = result {} else { Issue.record("\(result)") }
        _ = await paper.value
    }

    @Test func aPrinterThatIsOffOrUnknownHasPrintedNothing() throws {
        let server = try TCPListener()
        close(server.descriptor)
        #expect(throws: RawPrinter.Fault.unreachable) {
            try RawPrinter(host: "127.0.0.1", port: server.port).send([1], within: .seconds(1))
        }
        #expect(throws: RawPrinter.Fault.noSuchHost) {
            try RawPrinter(host: "not a name").send([1], within: .seconds(1))
        }
    }
}

/// Calls that block must not hold up the threads that all tests share.
func onThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
        Thread.detachNewThread { continuation.resume(returning: work()) }
    }
}
