import Circulation
import Devices
import Kiosk

/// The gate alarm of each book that was lent or returned: when it may be switched, that it was switched, and
/// what to do about a book that left before. It goes off only after `settled(.lent)` is on disk, and never for a
/// book that is not there.
struct Alarms: Sendable {
    struct Want: Equatable, Sendable {
        let item: ItemBarcode
        let isOn: Bool
        /// Nil when the person has gone, or for a loan found after a restart.
        var visit: Int?
        /// Nothing is written before this entry is on disk.
        let after: EntryNumber
        var asked: [TagUID] = []
        var done: [TagUID] = []
        /// Tags that left before they could be written. The book is done only when none is missing.
        var gone: [TagUID] = []
        /// The person knows that it is to be put (back) on the pad.
        var isToldToPutBack = false
    }

    enum Act: Equatable, Sendable {
        case wish(Wish)
        case tell(SelfService.Event)
    }

    private(set) var wants: [Want] = []
    /// The list *lent but still alarmed*.
    private(set) var stillAlarmed: [ItemBarcode]
    private var committed: EntryNumber
    private let mistake: Station.Mistake

    init(recovered: Recovered, mistake: Station.Mistake) {
        stillAlarmed = recovered.stillAlarmed
        self.mistake = mistake
        committed = recovered.lastEntry
    }

    /// - Parameter onPad: the tags of this item that answer now.
    mutating func want(
        _ item: ItemBarcode, isOn: Bool, visit: Int?, after: EntryNumber, onPad: [TagUID], _ log: inout Log
    ) -> [Act] {
        wants.removeAll { $0.item == item }
        var want = Want(item: item, isOn: isOn, visit: visit, after: after)
        want.isToldToPutBack = onPad.isEmpty
        guard visit != nil || !onPad.isEmpty else {
            giveUp(want, &log)
            return []
        }
        wants.append(want)
        return wishes(for: item, onPad)
    }

    mutating func committed(_ entry: EntryNumber, pad: PadWatch) -> [Act] {
        committed = max(committed, entry)
        return wants.flatMap { wishes(for: $0.item, pad.uids(of: $0.item)) }
    }

    /// The pad changed: a book may have come back, or left before its turn came.
    mutating func padChanged(_ pad: PadWatch) -> [Act] {
        var acts = wants.flatMap { wishes(for: $0.item, pad.uids(of: $0.item)) }
        for index in wants.indices where wants[index].visit != nil && !wants[index].isToldToPutBack {
            let item = wants[index].item
            guard wants[index].asked.isEmpty, !pad.tags.contains(where: { $0.item == item }) else { continue }
            wants[index].isToldToPutBack = true
            acts += tell(wants[index], .tooEarly)
        }
        return acts
    }

    private mutating func wishes(for item: ItemBarcode, _ onPad: [TagUID]) -> [Act] {
        guard let index = wants.firstIndex(where: { $0.item == item }),
            committed >= wants[index].after || mistake == .unlocksBeforeDisk
        else { return [] }
        let fresh = onPad.filter { !wants[index].asked.contains($0) && !wants[index].done.contains($0) }
        wants[index].asked += fresh
        wants[index].gone.removeAll { fresh.contains($0) }
        if !fresh.isEmpty { wants[index].isToldToPutBack = false }
        return fresh.map { .wish(.setAlarm($0, isOn: wants[index].isOn)) }
    }

    /// The tag's security was read back.
    mutating func alarm(_ uid: TagUID, isOn: Bool, pad: PadWatch, _ log: inout Log) -> [Act] {
        guard let index = wants.firstIndex(where: { $0.asked.contains(uid) && $0.isOn == isOn }) else { return [] }
        wants[index].asked.removeAll { $0 == uid }
        wants[index].done.append(uid)
        let want = wants[index]
        guard want.asked.isEmpty, want.gone.isEmpty else { return [] }
        for done in want.done { log.write(.alarm(want.item, done, isOn: isOn)) }
        wants.remove(at: index)
        stillAlarmed.removeAll { $0 == want.item }
        return tell(want, .alarm(isOn: isOn))
    }

    mutating func failed(_ uid: TagUID, isOn: Bool, _ failure: Failure, _ log: inout Log) -> [Act] {
        guard let index = wants.firstIndex(where: { $0.asked.contains(uid) && $0.isOn == isOn }) else { return [] }
        wants[index].asked.removeAll { $0 == uid }
        let want = wants[index]
        switch failure {
        case .gone:
            guard want.visit != nil else {
                wants.remove(at: index)
                giveUp(want, &log)
                return []
            }
            wants[index].gone.append(uid)
            wants[index].isToldToPutBack = true
            return tell(want, .tooEarly)
        case .locked, .refused, .notRead:
            wants.remove(at: index)
            giveUp(want, &log)
            return tell(want, .unwritable)
        }
    }

    /// Nothing that the pad had not granted will be granted by it.
    mutating func padVanished() {
        for index in wants.indices { wants[index].asked = [] }
    }

    /// The person leaves. What still answers is finished without a screen; a book that has left goes on the list.
    mutating func end(visit: Int, pad: PadWatch, _ log: inout Log) {
        for want in wants where want.visit == visit && pad.uids(of: want.item).isEmpty { giveUp(want, &log) }
        wants.removeAll { $0.visit == visit && pad.uids(of: $0.item).isEmpty }
        for index in wants.indices where wants[index].visit == visit { wants[index].visit = nil }
    }

    /// Without a person, a book that left the pad will not come back by itself.
    mutating func dropAbsent(_ pad: PadWatch, _ log: inout Log) {
        for want in wants where want.visit == nil && want.asked.isEmpty && pad.uids(of: want.item).isEmpty {
            giveUp(want, &log)
        }
        wants.removeAll { $0.visit == nil && $0.asked.isEmpty && pad.uids(of: $0.item).isEmpty }
    }

    private mutating func giveUp(_ want: Want, _ log: inout Log) {
        if want.isOn {
            log.write(.notProtected(want.item))
        } else {
            log.write(.stillAlarmed(want.item))
            if !stillAlarmed.contains(want.item) { stillAlarmed.append(want.item) }
        }
    }

    private func tell(_ want: Want, _ news: SelfService.ItemNews) -> [Act] {
        want.visit.map { [.tell(.item(visit: $0, want.item, news))] } ?? []
    }
}
