import Circulation

/// Reads what a tag says: first its registers and size, then the nine blocks that hold the basic block of
/// ISO 28560-3 (or all blocks of a smaller tag), in several questions if the pad wants smaller ones.
struct Reading810: Equatable, Sendable {
    static let wanted = 9  // blocks of 4 bytes: the check value covers bytes 32 and 33
    static let enough = 8  // a tag of 32 bytes has no more
    private static let sizes = [9, 8, 4, 1]  // blocks a question; the next smaller one after a refusal

    let uid: TagUID
    private var memory = TagMemory(bytes: [], dsfid: nil, afi: nil)
    private var blockCount = Self.wanted
    private var refusals = 0
    private var patience = Patience810()

    init(_ uid: TagUID) { self.uid = uid }

    var first: Request810 { .info(uid) }
    private var hasEnough: Bool { memory.bytes.count >= 4 * Self.enough }

    mutating func heard(_ answer: Answer810, to request: Request810) -> Errand810.Step {
        if patience.isExhausted(by: answer) { return hasEnough ? .tell(.read(uid, memory)) : failed(.gone) }
        if answer == .error(.silent) { return .ask(request) }
        switch request {
        case .info: return heardInfo(answer)
        case .readAFI: return heardAFI(answer)
        case .readDSFID: return heardDSFID(answer)
        case .blocks: return heardBlocks(answer)
        case .probe, .setUp, .inventory, .writeAFI: return failed(.notRead)  // never asked on this errand
        }
    }

    private mutating func heardInfo(_ answer: Answer810) -> Errand810.Step {
        guard case .info(let dsfid, let afi, let count) = answer else { return .ask(.readDSFID(uid)) }
        (memory.dsfid, memory.afi) = (dsfid, afi)
        if let count { blockCount = min(Self.wanted, count) }
        return dsfid == nil ? .ask(.readDSFID(uid)) : afi == nil ? .ask(.readAFI(uid)) : nextBlocks()
    }

    private mutating func heardDSFID(_ answer: Answer810) -> Errand810.Step {
        if case .value(let dsfid) = answer { memory.dsfid = dsfid }
        return memory.afi == nil ? .ask(.readAFI(uid)) : nextBlocks()
    }

    private mutating func heardAFI(_ answer: Answer810) -> Errand810.Step {
        if case .value(let afi) = answer { memory.afi = afi }
        return nextBlocks()
    }

    private mutating func heardBlocks(_ answer: Answer810) -> Errand810.Step {
        if case .memory(let bytes) = answer {
            memory.bytes += bytes
            return nextBlocks()
        }
        if hasEnough { return .tell(.read(uid, memory)) }
        refusals += 1
        return refusals < Self.sizes.count ? nextBlocks() : failed(.notRead)
    }

    private func nextBlocks() -> Errand810.Step {
        let have = memory.bytes.count / 4
        let left = blockCount - have
        guard left > 0 else { return .tell(.read(uid, memory)) }
        return .ask(.blocks(uid, first: have, count: min(left, Self.sizes[refusals])))
    }

    private func failed(_ failure: Failure) -> Errand810.Step { .tell(.failed(.read(uid), failure)) }
}
