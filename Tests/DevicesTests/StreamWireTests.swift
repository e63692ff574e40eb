import Circulation
import Devices
import Glibc
import Pretend
import Synchronization
import Testing
import Wires

/// Real pseudo-terminals, sockets and threads.
@Suite(.serialized) struct StreamWireTests {
    static let everyByte = (0...255).map { UInt8($0) }

    @Test func everyByteCrossesAPseudoTerminalUnchanged() async throws {
        let terminal = try pseudoTerminal()
        let listener = WireListener()
        let wire = StreamWire(.path(terminal.path), tell: listener.tell)
        wire.start()
        #expect(try await listener.waits { $0.all == [.opened] })
        wire.write(Self.everyByte)
        #expect(readAll(terminal.master, 256) == Self.everyByte)
        #expect(write(terminal.master, Self.everyByte, 256) == 256)
        #expect(try await listener.waits { $0.bytes == Self.everyByte })
        wire.close()
        #expect(try await listener.waits { $0.end == .closedHere })
        close(terminal.master)
    }

    @Test func aPseudoTerminalMayWaitForItsOtherSide() async throws {
        let terminal = try pseudoTerminal()
        let (inner, outer) = (WireListener(), WireListener())
        let device = StreamWire(.descriptor(terminal.master), tell: inner.tell)
        device.start()
        device.write([1, 2, 3])
        try await Task.sleep(for: .milliseconds(50))
        #expect(inner.all == [.opened])
        let wire = StreamWire(.path(terminal.path), tell: outer.tell)
        wire.start()
        #expect(try await outer.waits { $0.bytes == [1, 2, 3] })
        device.close()
        #expect(try await outer.waits { $0.end == .peerGone })
        #expect(try await inner.waits { $0.end == .closedHere })
    }

    @Test func aPeerThatHangsUpInMidMessageIsHeardToTheEnd() async throws {
        let (mine, theirs) = try socketPair()
        let listener = WireListener()
        let wire = StreamWire(.descriptor(mine), tell: listener.tell)
        wire.start()
        #expect(write(theirs, [0xD6, 0x00, 0x05] as [UInt8], 3) == 3)
        close(theirs)
        #expect(try await listener.waits { $0.end != nil })
        #expect(listener.all == [.opened, .received([0xD6, 0x00, 0x05]), .closed(.peerGone)])
        wire.write([1])
        wire.close()
        try await Task.sleep(for: .milliseconds(20))
        #expect(listener.all.count == 3)
    }

    @Test func writingToAPeerThatLeftEndsTheWireAndNotTheProgram() async throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        close(ends[0])
        let listener = WireListener()
        let wire = StreamWire(.descriptor(ends[1]), tell: listener.tell)
        wire.write([1])
        wire.start()
        #expect(try await listener.waits { $0.end != nil })
        #expect(listener.end == .peerGone || listener.end == .failed(EBADF))
    }

    @Test func aDeviceThatTakesNothingClosesTheWireAndBlocksNobody() async throws {
        let (mine, theirs) = try socketPair()
        let listener = WireListener()
        let wire = StreamWire(.descriptor(mine), tell: listener.tell)
        wire.start()
        #expect(try await listener.waits { $0.all == [.opened] })
        let chunk = [UInt8](repeating: 7, count: 4096)
        for _ in 0..<1000 { wire.write(chunk) }
        #expect(try await listener.waits { $0.end == .notTaken })
        close(theirs)
    }

    @Test func aSlowDeviceGetsEverythingInOrder() async throws {
        let (mine, theirs) = try socketPair()
        let listener = WireListener()
        let wire = StreamWire(.descriptor(mine), tell: listener.tell)
        let bytes = (0..<StreamWire.waitingLimit).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        wire.write(bytes)  // before it is open
        wire.start()
        try await Task.sleep(for: .milliseconds(50))
        #expect(readAll(theirs, bytes.count) == bytes)
        wire.close()
        #expect(try await listener.waits { $0.end == .closedHere })
        close(theirs)
    }

    @Test func aTCPWireCarriesBytesBothWays() async throws {
        let server = try TCPListener()
        let listener = WireListener()
        let wire = StreamWire(.tcp(host: "127.0.0.1", port: server.port), tell: listener.tell)
        wire.start()
        let peer = server.accepted()
        wire.write([1, 2])
        #expect(readAll(peer, 2) == [1, 2])
        #expect(write(peer, [3] as [UInt8], 1) == 1)
        #expect(try await listener.waits { $0.bytes == [3] })
        close(peer)
        #expect(try await listener.waits { $0.end == .peerGone })
        close(server.descriptor)
    }

    @Test func aPlaceThatIsNotThereSaysSoOnce() async throws {
        let server = try TCPListener()
        close(server.descriptor)
        let rows: [(StreamWire.Place, WireEnd)] = [
            (.path("/dev/lectern-not-there"), .cannotOpen(ENOENT)), (.path("/"), .cannotOpen(EISDIR)),
            (.tcp(host: "127.0.0.1", port: server.port), .cannotOpen(ECONNREFUSED)),
            (.tcp(host: "not a name", port: 1), .noSuchHost("not a name")), (.descriptor(-1), .cannotOpen(EBADF)),
        ]
        for (place, end) in rows {
            let listener = WireListener()
            let wire = StreamWire(place, tell: listener.tell)
            wire.start()
            wire.start()
            #expect(try await listener.waits { !$0.all.isEmpty })
            #expect(listener.all == [.closed(end)])
        }
    }

    @Test func closingBeforeTheStartOpensNothing() async throws {
        let terminal = try pseudoTerminal()
        let listener = WireListener()
        let wire = StreamWire(.path(terminal.path), tell: listener.tell)
        wire.close()
        wire.start()
        #expect(try await listener.waits { $0.all == [.closed(.closedHere)] })
        close(terminal.master)
    }

    /// In a process of its own, because the descriptors of other tests come and go.
    @Test func noDescriptorIsLeftBehind() async {
        await #expect(processExitsWith: .success) {
            func once() async throws {
                let (mine, theirs) = try socketPair()
                let listener = WireListener()
                let wire = StreamWire(.descriptor(mine), tell: listener.tell)
                wire.start()
                wire.write([1])
                wire.close()
                _ = try await listener.waits { $0.end != nil }
                close(theirs)
            }
            try await once()
            let before = openDescriptors()
            for _ in 0..<50 { try await once() }
            exit(openDescriptors() - before < 3 ? 0 : 1)
        }
    }

    /// Station side and device side on real threads over a real pseudo-terminal.
    @Test func thePadIsSeenThroughARealPort() async throws {
        let uid = TagUID(0xE004_0100_0000_0001)
        let table = Mutex((pad: PretendPad(), wire: StreamWire?.none))
        try table.withLock { $0.pad.put(try PretendTag.item(barcode: "31234000000016", uid: uid, alarmOn: true)) }
        let terminal = try pseudoTerminal()
        let device = StreamWire(.descriptor(terminal.master)) { news in
            guard case .received(let bytes) = news else { return }
            let (answer, wire) = table.withLock { ($0.pad.received(bytes), $0.wire) }
            wire?.write(answer)
        }
        table.withLock { $0.wire = device }
        device.start()

        let listener = WireListener()
        let wire = StreamWire(.path(terminal.path), tell: listener.tell)
        wire.start()
        var driver = Pad810()
        var actions = driver.start()
        var seen = 0
        var events: [DeviceEvent] = []
        for _ in 0..<1000 where events.last != .pad([uid]) {
            for case .write(let bytes) in actions { wire.write(bytes) }
            for case .tell(let event) in actions { events.append(event) }
            let bytes = listener.bytes
            actions = driver.received(Array(bytes[seen...]))
            seen = bytes.count
            if actions.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
        }
        #expect(events == [.ready(firmware: "10.5.0.2"), .pad([uid])])
        wire.close()
        device.close()
    }
}
