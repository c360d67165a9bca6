#include "usecases/messages/open_message.h"

#include "base/text.h"
#include "storage/messages.h"
#include "usecases/cases/open_case.h"

namespace doorstep::usecases::messages {

Expected<OpenedMessage> open_message(storage::sql::Read& tx, domain::access::Viewer const& viewer,
                                     std::string_view reference, MessageId id,
                                     domain::access::Action action) {
    auto file = cases::open_case(tx, viewer, reference, action);
    if (!file) return refuse(file.error());
    auto message = storage::messages::find(tx, id);
    if (!message || message->case_file != file->id)
        return refuse(RefusalKind::not_found, "message-not-found", "This case has no such letter");
    return OpenedMessage{std::move(*file), std::move(*message)};
}

Expected<Recipient> reader_on_case(storage::sql::Read& tx, CaseFileId file, CasePersonId person) {
    for (auto const& entry : storage::people::people_of_case(tx, file))
        if (entry.part.id == person && !entry.part.left_on) return recipient_on_case(tx, entry);
    return refuse_field("person-unknown", "person", "Select who to write to");
}

std::string reader_words(storage::people::PersonOnCase const& entry) {
    auto const part = text::lower_ascii(words_of(entry.part.part));
    if (entry.person) return entry.person->name + ", " + part;
    return (entry.part.description.empty() ? std::string("Unknown person") : entry.part.description) + ", " +
           part;
}

}  // namespace doorstep::usecases::messages
