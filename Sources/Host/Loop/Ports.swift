import Station
import Synchronization
import Wires

/// The wires of a station's ports. A port is opened when the station says so and not before.
public final class Ports: Sendable {
    private struct Open {
        var port: Port
        var number: Int
        var wire: StreamWire
    }

    private struct State {
        var last = 0
        var open: [Open] = []
    }

    /// Where the device of a role is plugged in.
    public struct Place: Sendable {
        public var role: Role
        public var wire: StreamWire.Place
        public init(_ role: Role, _ wire: StreamWire.Place) { (self.role, self.wire) = (role, wire) }
    }

    private let places: [Place]
    private let inbox: Inbox
    private let state = Mutex(State())

    public init(places: [Place], inbox: Inbox) { (self.places, self.inbox) = (places, inbox) }

    /// `.opened` follows, and `.closed` when it ends by itself; or only `.closed`, if it cannot be opened.
    public func open(_ port: Port) {
        guard let place = places.first(where: { $0.role == port.role }) else {
            inbox.put(.closed(port, reason: "no wire is named in the settings"))
            return
        }
        let wire: StreamWire? = state.withLock { state in
            guard !state.open.contains(where: { $0.port == port }) else { return nil }
            state.last += 1
            let number = state.last
            let wire = StreamWire(place.wire) { [weak self] in self?.heard($0, port, number) }
            state.open.append(Open(port: port, number: number, wire: wire))
            return wire
        }
        wire?.start()
    }

    /// What a closed wire still says is not heard: the station has closed the port already.
    public func close(_ port: Port) {
        let wire = state.withLock { state in
            state.open.firstIndex { $0.port == port }.map { state.open.remove(at: $0).wire }
        }
        wire?.close()
    }

    public func write(_ bytes: [UInt8], to port: Port) {
        state.withLock { $0.open.first { $0.port == port }?.wire }?.write(bytes)
    }

    public func closeAll() {
        for open in state.withLock({ $0.open }) { close(open.port) }
    }

    /// On the wire's own thread, which may wait: a full inbox then slows the device down.
    private func heard(_ news: StreamWire.News, _ port: Port, _ number: Int) {
        while inbox.isFull && isCurrent(number) { pause(milliseconds: 2) }
        guard isCurrent(number) else { return }
        switch news {
        case .opened: inbox.put(.opened(port))
        case .received(let bytes): inbox.put(.received(port, bytes))
        case .closed(let end):
            state.withLock { state in state.open.removeAll { $0.number == number } }
            inbox.put(.closed(port, reason: end.code))
        }
    }

    private func isCurrent(_ number: Int) -> Bool { state.withLock { $0.open.contains { $0.number == number } } }
}
