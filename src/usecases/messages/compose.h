#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "domain/cases/case_file.h"
#include "domain/messages/letters.h"
#include "domain/messages/message.h"
#include "domain/wording/merge.h"
#include "storage/sql/database.h"
#include "usecases/messages/recipient.h"

namespace doorstep::usecases {
class Settings;
}

namespace doorstep::usecases::messages {

/// What a letter says of the case it is about, beside the reader.
struct LetterFacts {
    domain::cases::CaseFile const* file = nullptr;  ///< nothing for a letter about a report
    Date today;
};

/// The language they asked for letters in.
std::string language_of(Recipient const& to);

struct Composed {
    std::string heading;
    std::string body;  ///< Markdown
    std::string language;
    std::int64_t wording_version = 0;
    std::string addressee;  ///< for the envelope
    std::optional<AccountId> names_owner;
    std::optional<AccountId> names_housing_officer;
};

/// Who deals with it, by name and own number.
struct LetterOfficers {
    struct Officer {
        std::string name;
        std::string telephone;
    };
    Officer owner;
    Officer housing;
};

/// The words of a letter with its fields filled in, in the reader's language where it has that one. `own`:
/// the letter's own fields. One statement for the officers.
/// Refused: a field the letter does not have, or about the other side (domain/wording/merge.h); a field of
/// every letter that has no value ("wording-field-empty"), because a letter with a hole in it never goes out.
Expected<Composed> compose(storage::sql::Read& tx, Settings const& settings, std::string_view letter,
                           Recipient const& to, LetterFacts const& facts, domain::wording::Fields const& own);

/// The same where the officers are at hand.
Expected<Composed> compose(LetterOfficers const& officers, Settings const& settings, std::string_view letter,
                           Recipient const& to, LetterFacts const& facts, domain::wording::Fields const& own);

/// How a letter's words leave by a way: an e-mail gets a subject and first lines that say nothing of what it
/// is about, in plain text; a text message asks to ring, and nothing else.
struct Outside {
    std::string subject;
    std::string body;
};
Expected<Outside> dress(Settings const& settings, domain::messages::Channel channel,
                        std::string_view language, Date today, std::string_view heading,
                        std::string_view body);

}  // namespace doorstep::usecases::messages
