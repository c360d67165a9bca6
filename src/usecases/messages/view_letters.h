#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/messages/message.h"
#include "domain/outbound/check.h"
#include "storage/case_overview.h"
#include "usecases/context.h"

namespace doorstep::usecases::messages {

/// Letters and messages of a case (C24), newest first, 25 a page.
struct LetterList {
    std::string reference;
    storage::cases::SectionCounts counts;
    std::vector<domain::messages::Message> rows;
    int total = 0;
    int page = 1;
    int pages = 1;
    bool may_write = false;
    bool case_is_closed = false;
};
Expected<LetterList> list_letters(Context& context, std::string_view reference, int page);

struct LetterView {
    std::string reference;
    domain::messages::Message message;
    std::string letter_title;
    std::string written_by;  ///< empty for one the program wrote by itself
    std::string sent_by;
    bool may_change = false;  ///< may work on the case
    bool case_is_closed = false;
};
Expected<LetterView> view_letter(Context& context, std::string_view reference, MessageId id);

/// What would leave, and what stands in its way.
struct LetterCheck {
    LetterView letter;
    std::vector<domain::outbound::Finding> findings;
    std::string subject;  ///< as an e-mail would leave
    std::string body;     ///< as it would leave; of a letter its Markdown
    Instant not_before;
    std::string obstacle;  ///< why this way is closed now; empty when it is not
};
/// Of a draft only.
Expected<LetterCheck> check_letter(Context& context, std::string_view reference, MessageId id);

}  // namespace doorstep::usecases::messages
