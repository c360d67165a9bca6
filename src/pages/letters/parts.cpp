#include "pages/letters/parts.h"

#include <charconv>

#include "base/text.h"
#include "html/elements.h"
#include "pages/cases/case_frame.h"
#include "pages/content/markdown.h"

namespace doorstep::pages::letters {

using domain::messages::Channel;
using domain::messages::Message;
using domain::messages::State;

std::string letters_address(std::string_view reference) {
    return cases::case_address(reference) + "/letters";
}

std::string letter_address(std::string_view reference, MessageId id) {
    return letters_address(reference) + "/" + std::string(id.text());
}

std::optional<MessageId> letter_id(Visit const& visit) {
    return MessageId::parse(visit.request.parameter("letter"));
}

http::Response no_such_letter(Visit& visit) {
    return visit.refused({RefusalKind::not_found, "message-not-found", "This case has no such letter"});
}

std::int64_t seen_version(Visit const& visit) {
    auto const typed = visit.request.form.value("version");
    std::int64_t version = 0;
    std::from_chars(typed.data(), typed.data() + typed.size(), version);
    return version;
}

govuk::Tag state_tag(Message const& message) {
    char const* colour = "govuk-tag--grey";
    switch (message.state) {
        case State::draft:
            colour = "govuk-tag--blue";
            break;
        case State::waiting:
            colour = "govuk-tag--teal";
            break;
        case State::sent:
            colour = "govuk-tag--green";
            break;
        case State::failed:
            colour = "govuk-tag--red";
            break;
        case State::cancelled:
            break;
    }
    if (message.returned_on) return {.text = "Came back", .classes = "govuk-tag--red"};
    return {.text = std::string(words_of(message.state)), .classes = colour};
}

Html letter_as_it_leaves(Message const& message, std::string_view subject, std::string_view body) {
    Html paper;
    if (message.channel == Channel::letter) {
        std::vector<Html> lines{Html::text(message.addressee)};
        for (auto const line : text::split(message.destination, '\n')) lines.push_back(Html::text(line));
        paper << html::p(html::lines(lines)) << html::h3(message.heading)
              << content::markdown(body, {.fields = {}, .blocks = {}, .lower_headings_by = 2});
    } else {
        if (!subject.empty()) {
            Html line;
            line << html::strong("Subject: ") << std::string(subject);
            paper << html::p(line);
        }
        paper << html::typed_text(body);
    }
    Html framed = html::section("ds-letter", "Words of the letter", paper);
    return framed;
}

}  // namespace doorstep::pages::letters
