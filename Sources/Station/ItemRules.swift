import Circulation

/// Why an item could not be borrowed, by its circulation status in 18.
enum ItemRules {
    static func reason(_ item: Answer.Item) -> Message? {
        switch item.status {
        case 2, 6: Message(.itemNotReady)
        case 4, 5: Message(.itemLentToOther)
        case 7: Message(.itemWanted)
        case 8: Message(.itemHeld)
        case 10: Message(.itemInTransit)
        case 11, 12, 13: Message(.itemFound)
        case 1 where item.title == nil: Message(.itemUnknown)
        case 1: Message(.itemStays)
        default: nil
        }
    }
}
