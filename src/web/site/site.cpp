#include "web/site/site.h"

#include <algorithm>

#include "api/endpoints.h"
#include "api/problem.h"
#include "base/log.h"
#include "domain/access/permissions.h"
#include "pages/brand.h"
#include "pages/errors/error_pages.h"
#include "storage/idempotency.h"
#include "storage/sql/database.h"
#include "usecases/accounts/interrupted_forms.h"
#include "usecases/settings.h"
#include "web/site/cookie_names.h"
#include "web/site/security_headers.h"

namespace doorstep::web {
namespace {

using domain::access::Viewer;

/// Set by a page's script: what was typed is to be kept, not acted upon.
constexpr std::string_view keep_only_field = "keep-only";

bool changes_something(http::Method method) {
    return method != http::Method::get && method != http::Method::head;
}

std::string sign_in_address(std::string_view next) {
    return "/staff/sign-in?next=" + http::percent_encode(next);
}

/// Passwords and codes are tried here, also the code that opens an unfinished report: fewer tries from one
/// address than at other forms.
bool tries_to_sign_in(std::string_view pattern) {
    return pattern.starts_with("/staff/sign-in") || pattern.starts_with("/staff/second-step") ||
           pattern == "/report/resume";
}

bool has_secret_of_its_own(std::string_view pattern) { return pattern.starts_with("/s/"); }

/// What of signing in is still to be done, when something is.
std::optional<std::string> unfinished_step(usecases::accounts::CurrentSession const& session,
                                           http::Request const& request) {
    auto const next =
        request.method == http::Method::get ? "?next=" + http::percent_encode(request.target()) : "";
    if (session.second_factor_needed) return "/staff/sign-in/code" + next;
    if (session.second_factor_to_set_up) return "/staff/second-step/new" + next;
    if (session.account.must_change_password) return "/your-account/password" + next;
    return std::nullopt;
}

/// For whoever looks for attempts: the account, where there is one, and the route, never the address asked
/// for.
void log_refusal(http::Response const& response, pages::Route const& route, Visitor const& visitor) {
    if (response.status != 403 && response.status != 429) return;
    log::warning("A request was refused",
                 {{"status", response.status},
                  {"method", route.method},
                  {"route", log::Safe{route.pattern}},
                  {"account", log::Safe{visitor.session ? std::string(visitor.session->account.id.text())
                                                        : std::string("nobody")}}});
}

/// What a page would cost if making it cost nothing.
http::Response ready_made_page() {
    static std::string const page(20 * 1024, 'p');
    http::Response response;
    response.body = page;
    return response;
}

}  // namespace

Site::Site(usecases::Services& services, pages::Routes routes, SiteOptions options)
    : services_(services),
      routes_(std::move(routes)),
      api_(services, api::all_endpoints(), options.api),
      files_(embedded_files("assets/")),
      options_(options),
      changes_(options.changes_per_minute),
      sign_ins_(options.sign_ins_per_minute),
      links_(options.links_per_minute) {
    for (std::size_t n = 0; n < routes_.size(); ++n) paths_.add(routes_[n].method, routes_[n].pattern, n);
}

BodyPolicy Site::policy(http::Method method, std::string_view path) const {
    if (api::Service::is_address(path)) return {api_.body(method, path), 256 * 1024};
    auto const match = paths_.find(method, path);
    // A form for an address that is not there is told so, rather than that it is too big.
    if (!match.value) return {http::Body::form, 64 * 1024};
    auto const& route = routes_[*match.value];
    return {route.body, route.body_limit};
}

http::Response Site::handle(http::Request& request) {
    auto const statements_before = storage::sql::statements_on_this_thread();
    take_prefix_from_cookies(request);
    auto response = answer(request);
    give_prefix_to_cookies(request, response);
    if (options_.diagnostics)
        response.headers.emplace_back(
            "Server-Timing",
            "db;desc=\"" + std::to_string(storage::sql::statements_on_this_thread() - statements_before) +
                "\"");
    add_security_headers(response, request);
    return response;
}

http::Response Site::answer(http::Request& request) {
    constexpr std::string_view assets = "/assets/";
    if (request.path.starts_with(assets)) return files_.serve(request, request.path.substr(assets.size()));
    // Below its own address a worker may look after the whole site.
    if (request.path == "/sw.js") return files_.serve(request, "sw.js");
    if (request.path == "/brand.css") return brand_style_sheet();
    if (request.path == "/health") return health();
    if (request.path == "/metrics") return metrics_page();
    if (options_.diagnostics && request.path == "/developer/ready-made") return ready_made_page();
    bool const is_api = api::Service::is_address(request.path);
    try {
        if (is_api) return api_.answer(request);
        auto match = paths_.find(request.method, request.path);
        if (!match.value) return unknown_address(request, match);
        request.parameters = std::move(match.parameters);
        return answer_route(request, routes_[*match.value]);
    } catch (storage::sql::UncertainCommit const& failure) {
        log::error("It is not known whether a change was saved",
                   {{"reference", StrongId<struct ReferenceTag>(services_.ids.next())},
                    {"why", log::Safe{failure.what()}}});
        if (is_api)
            return api::problem(
                503, "not-known-whether-saved",
                "It is not known whether this was saved. Look before you try again, or send it "
                "again with the same Idempotency-Key");
        usecases::Context context(services_, Viewer{});
        pages::Visit visit(context, request, {});
        return pages::look_before_you_try_again(visit);
    } catch (Failure const& failure) {
        bool const for_now = failure.kind() == FailureKind::unavailable ||
                             failure.kind() == FailureKind::retry || failure.kind() == FailureKind::full;
        auto const reference = services_.ids.next();
        log::error("A request failed", {{"reference", StrongId<struct ReferenceTag>(reference)},
                                        {"why", log::Safe{failure.what()}}});
        return for_now ? try_again_soon(request.path) : sorry(request, reference.text());
    } catch (std::exception const& bug) {
        auto const reference = services_.ids.next();
        log::error("A bug stopped a request",
                   {{"reference", StrongId<struct ReferenceTag>(reference)}, {"why", log::Safe{bug.what()}}});
        return sorry(request, reference.text());
    }
}

http::Response Site::try_again_soon(std::string_view path) {
    auto response = error(503, path);
    response.headers.emplace_back("Retry-After", "10");
    return response;
}

http::Response Site::unknown_address(http::Request& request, http::PathTable::Match const& match) {
    usecases::Context context(services_, Viewer{});
    auto visitor = recognise(context, request);
    if (visitor.session && visitor.session->second_factor_done) {
        context.viewer = visitor.session->account.viewer(domain::access::Door::web);
        context.viewer.today = context.today;
    }
    pages::Visit visit(context, request, std::move(visitor.facts));
    if (!match.path_exists) return pages::page_not_found(visit);
    auto response = pages::method_not_allowed(visit);
    std::string allowed;
    for (auto const method : match.allowed)
        allowed += (allowed.empty() ? "" : ", ") + std::string(name_of(method));
    response.headers.emplace_back("Allow", allowed);
    return response;
}

http::Response Site::sorry(http::Request& request, std::string_view reference) {
    if (api::Service::is_address(request.path)) return api::problem(500);
    try {
        usecases::Context context(services_, Viewer{});
        pages::Visit visit(context, request, {});
        return pages::problem_with_the_service(visit, 500, reference);
    } catch (std::exception const&) {
        return error(500, request.path);  // the page itself needs what has failed
    }
}

http::Response Site::answer_route(http::Request& request, pages::Route const& route) {
    usecases::Context context(services_, Viewer{});
    auto visitor = recognise(context, request);
    auto const& session = visitor.session;
    if (session && session->second_factor_done) {
        context.viewer = session->account.viewer(domain::access::Door::web);
        context.viewer.today = context.today;
    }

    auto response = answer_visit(context, request, route, visitor);
    log_refusal(response, route, visitor);
    if (visitor.new_cookie) response.cookies.push_back(*visitor.new_cookie);
    if (visitor.had_dead_session && !context.viewer.account)
        response.cookies.push_back({.name = "session", .value = "", .max_age = 0});
    keep_earlier_session(request, visitor, response);
    return response;
}

http::Response Site::answer_visit(usecases::Context& context, http::Request& request,
                                  pages::Route const& route, Visitor const& visitor) {
    pages::Visit visit(context, request, visitor.facts);
    auto const& session = visitor.session;
    if (has_secret_of_its_own(route.pattern) && !links_.allow(request.client_address, context.now))
        return too_many(visit);
    if (changes_something(request.method))
        if (auto refused = check_form(visit, route, visitor)) return std::move(*refused);

    if (route.access.needs_sign_in() && !session) return visit.see_other(sign_in_address(page_of(request)));
    if (route.access.needs_sign_in() && !route.access.is_part_of_signing_in())
        if (auto step = unfinished_step(*session, request)) return visit.see_other(std::move(*step));
    if (auto const action = route.access.action(); action && !domain::access::may(context.viewer, *action)) {
        metrics_.count_refused("forbidden");
        return pages::error_page(visit, context.require(*action).error());
    }
    if (session) usecases::accounts::touch_session(context, *session);

    auto const interrupted = DraftId::parse(request.form.value(usecases::accounts::interrupted_form_field));
    request.form.remove(usecases::accounts::interrupted_form_field);
    auto response = route.handler(visit);
    if (response.status == 303) {
        // What a second press of the same button is told.
        if (auto const where = response.header("Location"); where && context.once)
            context.note_result_of_once(*where);
        if (interrupted) usecases::accounts::forget_interrupted_form(context, *interrupted, visitor.browser);
    }
    return response;
}

http::Response Site::too_many(pages::Visit& visit) {
    metrics_.count_refused("rate");
    return pages::error_page(visit,
                             Refusal(RefusalKind::too_many, "too-many", "Wait a minute, then try again"));
}

std::optional<http::Response> Site::check_form(pages::Visit& visit, pages::Route const& route,
                                               Visitor const& visitor) {
    auto& context = visit.context;
    auto& request = visit.request;
    auto const& session = visitor.session;
    auto const& who = session ? std::string(session->account.id.text()) : request.client_address;
    if (!changes_.allow(who, context.now) ||
        (tries_to_sign_in(route.pattern) && !sign_ins_.allow(request.client_address, context.now))) {
        return too_many(visit);
    }
    auto const [origin, writer] = origin_of_form(context, request, visitor);
    bool const is_late = origin == Origin::earlier_session && route.access.needs_sign_in();
    // The page's own script sent it when its time was up: nobody pressed the button.
    bool const is_to_be_kept = request.form.get(keep_only_field).has_value();
    request.form.remove(keep_only_field);
    if (is_to_be_kept && origin == Origin::this_session && session)
        return take_late_form(visit, route, session->account.id, visitor);
    if (is_late && (!session || writer == session->account.id))
        return take_late_form(visit, route, writer, visitor);
    if (origin == Origin::forged || is_late) {
        metrics_.count_refused("csrf");
        if (route.access.needs_sign_in() && !session)
            return visit.see_other(sign_in_address(page_of(request)));
        return pages::error_page(visit, Refusal(RefusalKind::forbidden, "forged",
                                                "Go back, load the page again and send it once more"));
    }
    request.form.remove(pages::csrf_field);
    if (auto const once = request.form.get("once")) context.once = std::string(*once);
    request.form.remove("once");
    return std::nullopt;
}

std::string Site::page_of(http::Request const& request) const {
    return paths_.find(http::Method::get, request.path).value ? request.target() : "/";
}

http::Response Site::take_late_form(pages::Visit& visit, pages::Route const& route,
                                    std::optional<AccountId> writer, Visitor const& visitor) {
    auto const& request = visit.request;
    auto next = page_of(request);
    if (writer) {
        usecases::accounts::InterruptedForm form;
        form.target = request.target();
        form.takes_files = route.body == http::Body::upload;
        for (auto const& [name, value] : request.form)
            if (name != pages::csrf_field && name != "once") form.fields.emplace_back(name, value);
        for (auto const& file : request.files)
            if (std::find(form.file_fields.begin(), form.file_fields.end(), file.field) ==
                form.file_fields.end())
                form.file_fields.push_back(file.field);
        auto const id = usecases::accounts::keep_interrupted_form(visit.context, *writer, std::move(form),
                                                                  visitor.browser);
        next = "/staff/interrupted-forms/" + std::string(id.text());
    }
    if (visitor.session) return visit.see_other(next);
    return visit.see_other(sign_in_address(next));
}

http::Response Site::error(int status, std::string_view path) {
    http::Response response;
    if (api::Service::is_address(path)) {
        response = api::problem(status);
    } else {
        response.status = status;
        response.body = pages::bare_error_document(status);
    }
    http::Request const nothing;
    add_security_headers(response, nothing);
    return response;
}

void Site::served(Served const& served) {
    auto const match = paths_.find(served.method, served.path);
    std::string pattern = match.value                           ? routes_[*match.value].pattern
                          : served.path.starts_with("/assets/") ? "/assets/{name}"
                                                                : "(none)";
    if (auto const of_api = api_.pattern(served.method, served.path)) pattern = *of_api;
    metrics_.count(pattern, served.status, served.duration);
    log::info("request", {{"method", served.method},
                          {"route", log::Safe{pattern}},
                          {"status", served.status},
                          {"milliseconds", static_cast<double>(served.duration.count()) / 1000.0},
                          {"bytes", static_cast<std::int64_t>(served.sent)}});
}

http::Response Site::health() {
    try {
        auto const health = services_.database.health();
        if (health.reachable)
            return http::json(200, "{\"status\":\"ok\",\"schema\":\"" + health.schema + "\"}");
    } catch (Failure const&) {
    }
    return http::json(503, "{\"status\":\"database unavailable\"}");
}

http::Response Site::brand_style_sheet() {
    http::Response response;
    response.content_type = "text/css; charset=utf-8";
    response.body = pages::brand_style_sheet(services_.settings.current()->site().brand_colour);
    // Its address names the colour, so it never changes.
    response.no_store = false;
    response.headers.emplace_back("Cache-Control", "public, max-age=31536000, immutable");
    return response;
}

http::Response Site::metrics_page() {
    static auto const started = services_.clock.now().milliseconds();
    http::Response response;
    response.content_type = "text/plain; version=0.0.4; charset=utf-8";
    response.body = metrics_.text(server_ ? server_->counts() : ServerCounts{}, started);
    return response;
}

}  // namespace doorstep::web
