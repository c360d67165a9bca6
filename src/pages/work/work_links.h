#pragma once

#include <string>
#include <string_view>

#include "domain/work/work_item.h"
#include "govuk/tag.h"
#include "html/html.h"
#include "storage/work_items.h"

/// Work items as people see them: where the act is done, what it is called, how urgent it is. Used by the
/// case overview and by My work, so that the same item reads the same everywhere.
namespace doorstep::pages::work {

struct WorkLink {
    std::string href;   ///< of the page that does it
    std::string words;  ///< "Contact Ana Silva"
};

/// `case_reference` is empty for an item without a case. `about` is the person's name, or the words of the
/// step, task, file or referral; the words make sense without it, for those who may not see names.
WorkLink work_link(domain::work::WorkItem const& item, std::string_view case_reference,
                   std::string_view about);

/// A word or two for a tag: "First contact", "Risk assessment".
std::string_view short_words(domain::work::Kind kind);

/// "2 days overdue" in red, "Due today" in orange, "Due in 3 days" in yellow; empty for what is later than
/// `due_soon_days` from today. With `what`: "Contact 2 days overdue".
govuk::Tag due_tag(Date due_on, Date today, int due_soon_days, std::string_view what = {});

/// "High risk", or "High risk until assessed" where nobody has assessed it, "Danger" and "Self-harm", each on
/// a line of its own; nothing for what is none of these.
Html pressing_tags(storage::work_items::Pressing const& pressing);

/// "by 24 June 2026 (14 days left)", "by 1 June 2026 (9 days ago)"
std::string due_words(Date due_on, Date today);

}  // namespace doorstep::pages::work
