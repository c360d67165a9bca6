#include "pages/letters/write.h"

#include "base/text.h"
#include "govuk/inset_text.h"
#include "html/elements.h"
#include "pages/cases/case_frame.h"
#include "pages/letters/parts.h"
#include "usecases/messages/write_letter.h"
#include "usecases/orders/papers.h"

namespace doorstep::pages::letters {
namespace {

using domain::messages::Channel;
using forms::required;
using usecases::messages::LetterFormView;
using usecases::messages::WriteLetter;
using usecases::orders::PaperFormView;

forms::Form<WriteLetter> const& write_letter_form() {
    static auto const form = forms::form<WriteLetter>(
        "write-letter",
        forms::radios_field(&WriteLetter::person, {.name = "person", .label = "Who do you want to write to?"},
                            {required("Select who to write to")}),
        forms::radios_field(&WriteLetter::letter,
                            {.name = "letter",
                             .label = "Which letter?",
                             .hint = "It is written for you. You can change the words before it goes"},
                            {required("Select a letter")}),
        forms::radios_field(&WriteLetter::channel, {.name = "channel", .label = "How should it go?"},
                            {required("Select how it should go")}));
    return form;
}

std::string ways_hint(usecases::messages::LetterReader const& reader) {
    std::vector<std::string> ways;
    for (auto const channel : reader.channels) ways.push_back(text::lower_ascii(words_of(channel)));
    auto words = ways.empty() ? std::string("Cannot be written to") : "Can get: " + text::join(ways, ", ");
    if (!reader.safe_contact.empty()) words += ". " + reader.safe_contact;
    return words;
}

forms::Choices choices_of(LetterFormView const& view) {
    forms::Choices choices;
    for (auto const& reader : view.readers)
        choices["person"].push_back(
            {.value = std::string(reader.id.text()), .text = reader.words, .hint = ways_hint(reader)});
    for (auto const* letter : view.letters)
        choices["letter"].push_back({.value = std::string(letter->code), .text = std::string(letter->title)});
    for (auto const channel : domain::messages::written_channels) {
        forms::Choice choice{.value = std::string(name_of(channel)), .text = std::string(words_of(channel))};
        if (channel == Channel::letter) choice.hint = "Printed and posted in a plain envelope";
        if (channel == Channel::email)
            choice.hint = view.emails_leave
                              ? "The subject says only that there is a message"
                              : "This site has no mail server: e-mails are kept in a folder and do not leave";
        if (channel == Channel::text)
            choice.hint = "Asks them to ring us, and says nothing else. A colleague sends it";
        choices["channel"].push_back(std::move(choice));
    }
    return choices;
}

/// Where a letter is written: on a case, or on one of its legal actions.
struct WrittenFrom {
    std::string back;
    std::string post_to;
    std::string title;
};

WrittenFrom from_case(LetterFormView const& view) {
    auto const address = letters_address(view.reference);
    return {address, address + "/new", "Write a letter or message"};
}

WrittenFrom from_action(PaperFormView const& view) {
    auto const address =
        cases::case_address(view.form.reference) + "/orders/" + std::string(view.action.text());
    return {address, address + "/paper", "Write a letter or notice: " + view.action_label};
}

http::Response write_page(Visit& visit, LetterFormView const& view, WrittenFrom const& from,
                          http::Pairs typed, std::vector<Problem> const& problems) {
    auto const shapes = write_letter_form().shapes();
    Html body;
    if (view.readers.empty()) body << govuk::inset_text({.text = "Nobody is on this case yet."});
    Html fields = forms::render_fields(
        shapes, {.typed = std::move(typed), .problems = problems, .choices = choices_of(view)});
    fields << forms::buttons("Continue", from.back);
    body << visit.form(from.post_to, fields);
    auto page = cases::form_page({.reference = view.reference,
                                  .title = from.title,
                                  .body = std::move(body),
                                  .has_errors = !problems.empty()},
                                 forms::problem_summary(problems, shapes, visit.language()));
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

template <class Write>
http::Response post_written(Visit& visit, LetterFormView const& view, WrittenFrom const& from,
                            Write const& write) {
    auto parsed = visit.parse(write_letter_form(), choices_of(view));
    if (!parsed.ok()) return write_page(visit, view, from, std::move(parsed.typed), parsed.problems);
    parsed.input.reference = view.reference;
    Expected<MessageId> const written = write(parsed.input);
    if (!written) {
        if (is_about_the_form(written.error()))
            return write_page(visit, view, from, std::move(parsed.typed), problems_of(written.error()));
        return visit.refused(written.error());
    }
    auto where = letter_address(view.reference, *written);
    // A text has no words of its own to change.
    if (parsed.input.channel == Channel::text) where += "/check";
    visit.context.note_result_of_once(where);
    return visit.see_other(where);
}

}  // namespace

http::Response show_write_letter(Visit& visit) {
    auto const view =
        usecases::messages::view_letter_form(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    http::Pairs typed;
    if (auto const person = visit.request.query.get("person")) typed.set("person", std::string(*person));
    return write_page(visit, *view, from_case(*view), std::move(typed), {});
}

http::Response post_write_letter(Visit& visit) {
    auto const view =
        usecases::messages::view_letter_form(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    return post_written(visit, *view, from_case(*view), [&](WriteLetter const& input) {
        return usecases::messages::write_letter(visit.context, input);
    });
}

http::Response show_write_paper(Visit& visit) {
    auto const view = usecases::orders::view_paper_form(visit.context, visit.request.parameter("reference"),
                                                        visit.request.parameter("action"));
    if (!view) return visit.refused(view.error());
    return write_page(visit, view->form, from_action(*view), {}, {});
}

http::Response post_write_paper(Visit& visit) {
    auto const action = visit.request.parameter("action");
    auto const view =
        usecases::orders::view_paper_form(visit.context, visit.request.parameter("reference"), action);
    if (!view) return visit.refused(view.error());
    return post_written(visit, view->form, from_action(*view), [&](WriteLetter const& input) {
        return usecases::orders::write_paper(visit.context, action, input);
    });
}

}  // namespace doorstep::pages::letters
