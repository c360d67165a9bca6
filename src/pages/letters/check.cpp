#include "pages/letters/check.h"

#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/table_wrap.h"
#include "govuk/tag.h"
#include "govuk/warning_text.h"
#include "html/elements.h"
#include "html/form_elements.h"
#include "pages/cases/case_frame.h"
#include "pages/letters/parts.h"
#include "usecases/messages/view_letters.h"
#include "usecases/messages/write_letter.h"

namespace doorstep::pages::letters {
namespace {

using domain::messages::Channel;
using domain::outbound::Finding;
using domain::outbound::Severity;
using usecases::messages::LetterCheck;
using usecases::messages::SendLetter;

forms::Form<SendLetter> const& caution_form() {
    static auto const form = forms::form<SendLetter>(
        "send-letter",
        forms::textarea_field(&SendLetter::check_reason,
                              {.name = "check-reason",
                               .label = "Why may it go like this?",
                               .hint = "For example, it is the name of a street. Your reason is kept",
                               .rows = 3},
                              {forms::required("Enter why it may go like this"),
                               forms::at_most(500, "Why it may go must be 500 characters or fewer")}));
    return form;
}

Html findings_table(std::vector<Finding> const& findings) {
    govuk::Table table{.rows = {},
                       .head = {{.text = "Found"}, {.text = "Why it matters"}, {.text = "What to do"}},
                       .caption = "What the check found",
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true,
                       .stacks = true};
    for (auto const& finding : findings)
        table.rows.push_back(
            {{.text = finding.words},
             {.text = finding.reason},
             {.html = govuk::tag({.text = std::string(words_of(finding.severity)),
                                  .classes = finding.severity == Severity::block ? "govuk-tag--red"
                                                                                 : "govuk-tag--yellow"})}});
    return govuk::table_wrap({.table = std::move(table), .label = ""});
}

char const* send_words(Channel channel) {
    switch (channel) {
        case Channel::letter:
            return "Put it with the post";
        case Channel::email:
            return "Send e-mail";
        case Channel::text:
            return "Ask for the text to be sent";
        case Channel::spoken:
            return "Ask for them to be told";
    }
    return "Send";
}

std::string when_words(LetterCheck const& check, Instant now) {
    switch (check.letter.message.channel) {
        case Channel::letter:
            return "It is printed and posted in a plain envelope.";
        case Channel::email:
            return check.not_before > now ? "It leaves from " + instant_words(check.not_before) +
                                                ", because of the times they gave."
                                          : "It leaves within a few minutes.";
        case Channel::text:
            return "The text says no more than this. It becomes a piece of work for the officer of the case.";
        case Channel::spoken:
            return "The officer of the case tells them.";
    }
    return {};
}

http::Response check_page(Visit& visit, LetterCheck const& check, http::Pairs typed,
                          std::vector<Problem> const& problems) {
    auto const& message = check.letter.message;
    auto const address = letter_address(check.letter.reference, message.id);
    bool const blocked = domain::outbound::has_block(check.findings) || !check.obstacle.empty();
    bool const asks = !blocked && !check.findings.empty();
    auto const shapes = caution_form().shapes();
    Html body;
    if (!check.obstacle.empty()) body << govuk::warning_text({.text = check.obstacle + "."});
    if (domain::outbound::has_block(check.findings))
        body << govuk::warning_text(
            {.text = "This must not go as it is: it gives somebody else away. Change the words."});
    if (!check.findings.empty()) body << findings_table(check.findings);
    if (check.findings.empty())
        body << govuk::inset_text(
            {.text = "The check found no name, address, number or time that gives somebody else away. It "
                     "knows only what is on file: read the words yourself."});
    body << html::p("To " + message.addressee + ", by " +
                    (message.channel == Channel::letter  ? "letter"
                     : message.channel == Channel::email ? "e-mail to " + message.destination
                                                         : "text to " + message.destination) +
                    ". " + when_words(check, visit.context.now));
    body << letter_as_it_leaves(message, check.subject, check.body);

    Html ways;
    if (!blocked) ways << govuk::button({.text = send_words(message.channel), .prevent_double_click = true});
    if (message.channel != Channel::text)
        ways << govuk::button({.text = "Change the words",
                               .href = address,
                               .classes = blocked ? "" : "govuk-button--secondary"});
    http::Pairs hidden;
    hidden.set("version", std::to_string(message.version));
    Html fields;
    if (asks)
        fields << forms::render_fields(shapes,
                                       {.typed = std::move(typed), .problems = problems, .choices = {}});
    fields << html::button_group(ways);
    body << (blocked ? fields : visit.form(address + "/check", fields, std::move(hidden)));

    auto page = cases::form_page({.reference = check.letter.reference,
                                  .title = "Check before it goes",
                                  .body = std::move(body),
                                  .has_errors = !problems.empty()},
                                 forms::problem_summary(problems, shapes, visit.language()));
    page.breadcrumbs.push_back({"Letters and messages", letters_address(check.letter.reference)});
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

char const* released_words(Channel channel) {
    switch (channel) {
        case Channel::letter:
            return "It is with the post.";
        case Channel::email:
            return "The e-mail is on its way.";
        case Channel::text:
            return "The text is with the work of the officer of the case.";
        case Channel::spoken:
            return "It is with the work of the officer of the case.";
    }
    return "";
}

}  // namespace

http::Response show_check(Visit& visit) {
    auto const id = letter_id(visit);
    if (!id) return no_such_letter(visit);
    std::string const reference(visit.request.parameter("reference"));
    auto const check = usecases::messages::check_letter(visit.context, reference, *id);
    if (check) return check_page(visit, *check, {}, {});
    if (check.error().code() == "not-a-draft") return visit.see_other(letter_address(reference, *id));
    return visit.refused(check.error());
}

http::Response post_check(Visit& visit) {
    auto const id = letter_id(visit);
    if (!id) return no_such_letter(visit);
    std::string const reference(visit.request.parameter("reference"));
    auto const check = usecases::messages::check_letter(visit.context, reference, *id);
    if (!check) return visit.refused(check.error());
    SendLetter input{.reference = reference, .id = *id, .version = seen_version(visit), .check_reason = ""};
    http::Pairs typed;
    if (!check->findings.empty() && !domain::outbound::has_block(check->findings)) {
        auto parsed = visit.parse(caution_form());
        if (!parsed.ok()) return check_page(visit, *check, std::move(parsed.typed), parsed.problems);
        input.check_reason = std::move(parsed.input.check_reason);
        typed = std::move(parsed.typed);
    }
    auto const sent = usecases::messages::send_letter(visit.context, input);
    if (sent) return visit.done(letter_address(reference, *id), released_words(sent->channel));
    if (is_about_the_form(sent.error()))
        return check_page(visit, *check, std::move(typed), problems_of(sent.error()));
    return visit.refused(sent.error());
}

}  // namespace doorstep::pages::letters
