import Circulation
import Devices
import Kiosk
import Tags

/// What lies on the pad, made steady. A tag counts when it answered twice in a row and its memory was read; it
/// has gone when it was missing twice in a row. So a flickering tag is neither lent twice nor lost.
struct PadWatch: Sendable {
    struct Seen: Equatable, Sendable {
        let uid: TagUID
        var seen = 1
        var missed = 0
        var reads = 0
        var isReading = false
        var item: ItemBarcode?
        var isRead = false
        var isStable: Bool { seen >= 2 && isRead }
    }

    static let mostTags = 128
    static let mostReads = 5

    private(set) var tags: [Seen] = []

    /// - Parameter present: everything the pad sees now.
    /// - Returns: the tags whose memory is wanted.
    mutating func snapshot(_ present: [TagUID]) -> [TagUID] {
        for index in tags.indices {
            if present.contains(tags[index].uid) {
                tags[index].seen = min(tags[index].seen + 1, 2)
                tags[index].missed = 0
            } else {
                tags[index].missed += 1
            }
        }
        tags.removeAll { $0.missed >= 2 }
        for uid in present where !tags.contains(where: { $0.uid == uid }) && tags.count < Self.mostTags {
            tags.append(Seen(uid: uid))
        }
        var wanted: [TagUID] = []
        for index in tags.indices where !tags[index].isRead && !tags[index].isReading && tags[index].missed == 0 {
            guard tags[index].reads < Self.mostReads else {
                tags[index].isRead = true  // it cannot be read: a toy, a card, another maker's tag
                continue
            }
            tags[index].reads += 1
            tags[index].isReading = true
            wanted.append(tags[index].uid)
        }
        return wanted
    }

    mutating func read(_ uid: TagUID, _ memory: TagMemory) {
        update(uid) { tag in
            tag.isReading = false
            switch readTag(bytes: memory.bytes, dsfid: memory.dsfid) {
            case .item(let found):
                (tag.item, tag.isRead) = (ItemBarcode(found.item), true)
            case .unverified:
                tag.item = nil  // half a read looks like this too: read again before it is left alone
            case .patronCard, .blank, .foreign:
                (tag.item, tag.isRead) = (nil, true)
            }
        }
    }

    mutating func notRead(_ uid: TagUID) { update(uid) { $0.isReading = false } }

    /// The pad went away, or came back: nothing that was seen counts any more.
    mutating func forget() { tags = [] }

    /// What counts, in the order in which it was put down.
    var items: [SelfService.PadItem] {
        tags.filter(\.isStable).map { SelfService.PadItem(uid: $0.uid, item: $0.item) }
    }

    /// The tags of one item that answer now.
    func uids(of item: ItemBarcode) -> [TagUID] {
        tags.filter { $0.item == item && $0.missed == 0 }.map(\.uid)
    }

    private mutating func update(_ uid: TagUID, _ change: (inout Seen) -> Void) {
        if let index = tags.firstIndex(where: { $0.uid == uid }) { change(&tags[index]) }
    }
}
