#pragma once

#include <any>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "api/page_of.h"
#include "api/problem.h"
#include "api/resource.h"
#include "forms/form.h"
#include "forms/json.h"
#include "http/request.h"
#include "http/response.h"
#include "usecases/context.h"

namespace doorstep::api {

/// One call of a program: what a handler works with. Who calls, scopes, limits, unknown parameters and keys
/// that were used before are looked after already.
class Call {
  public:
    Call(usecases::Context& context, http::Request& request) : context(context), request(request) {}

    usecases::Context& context;
    http::Request& request;

    std::string_view parameter(std::string_view name) const { return request.parameter(name); }

    /// The body by a form's own declaration: its names, its checks and its words. Refuses members that the
    /// form does not have.
    template <class Input>
    Expected<Input> parse(forms::Form<Input> const& form, forms::Choices choices = {}) const {
        Input input{};
        if (auto read = parse_into(input, form, std::move(choices)); !read) return refuse(read.error());
        return input;
    }
    template <class Input>
    Expected<Done> parse_into(Input& input, forms::Form<Input> const& form,
                              forms::Choices choices = {}) const {
        auto const typed = forms::typed_from_json(form.shapes(), request.body);
        if (!typed) return refuse(typed.error());
        auto problems = forms::parse_into(
            input, form, *typed,
            {.today = context.today, .language = request.language, .choices = std::move(choices)});
        if (problems.empty()) return Done{};
        return refuse(refusal_of(std::move(problems)));
    }
    /// The same for changing a record (RFC 7396): what the body does not name stays as it is stored, and null
    /// empties it.
    template <class Input>
    Expected<Input> parse_change(forms::Form<Input> const& form, Input const& stored,
                                 forms::Choices choices = {}) const {
        auto const typed = forms::typed_from_json(form.shapes(), request.body);
        if (!typed) return refuse(typed.error());
        auto const merged = merge(forms::fill(form, stored), *typed);
        Input input{};
        auto problems = forms::parse_into(
            input, form, merged,
            {.today = context.today, .language = request.language, .choices = std::move(choices)});
        if (!problems.empty()) return refuse(refusal_of(std::move(problems)));
        return input;
    }
    /// One refusal that holds all of them; its own sentence is the first.
    static Refusal refusal_of(std::vector<Problem> problems);

    /// The version in If-Match. Refused without the header (428), and when it is no ETag of ours (412).
    Expected<std::int64_t> seen_version() const;

    /// 200 with the resource.
    template <class T>
    http::Response found(Resource<T> const& resource, T const& value) const {
        return http::json(200, json::serialize(resource.write(value)));
    }
    /// 200 with the resource and its ETag; 304 when the caller has it already (RFC 9110, 13.1.2). `version`
    /// is what If-Match is compared with.
    template <class T>
    http::Response found(Resource<T> const& resource, T const& value, std::int64_t version) const {
        return with_etag(http::json(200, json::serialize(resource.write(value))), version);
    }
    /// 200 with a page of a list, and a Link to the next (RFC 8288).
    template <class T>
    http::Response found_page(Resource<T> const& resource, std::vector<T> const& items,
                              std::optional<std::string> next) const {
        return page_response(write_page(resource, items, next), next);
    }

    /// Runs a use-case that makes something, and answers with what `answer` says of its value. The answer is
    /// kept with the change, so that the same Idempotency-Key gives it again. `answer` reads nothing but the
    /// value.
    template <class Value>
    http::Response make(std::function<Expected<Value>()> const& run,
                        std::function<http::Response(Value const&)> const& answer) {
        bool is_kept = false;
        context.once_answer = [&](std::any const& made) -> std::optional<std::string> {
            auto const* value = std::any_cast<Value>(&made);
            if (!value) return std::nullopt;
            is_kept = true;
            return kept(answer(*value));
        };
        auto const result = run();
        context.once_answer = nullptr;
        if (!result) return refused(result.error());
        auto response = answer(*result);
        // The value is not the change's own: its answer follows in a write of its own.
        if (!is_kept) context.note_result_of_once(kept(response));
        return response;
    }
    template <class T>
    static http::Response made(Resource<T> const& resource, T const& value, std::string location = {}) {
        auto response = http::json(201, json::serialize(resource.write(value)));
        if (!location.empty()) response.headers.emplace_back("Location", std::move(location));
        return response;
    }
    static http::Response nothing() {
        http::Response response;
        response.status = 204;
        return response;
    }

    /// As problem+json. A record that changed since the ETag in If-Match is 412, anything else by its kind.
    http::Response refused(Refusal const& refusal) const;

    /// How an answer is kept, and taken from there.
    static std::string kept(http::Response const& response);
    static http::Response from_kept(std::string_view kept);

  private:
    http::Pairs merge(http::Pairs stored, http::Pairs const& typed) const;
    http::Response with_etag(http::Response response, std::int64_t version) const;
    http::Response page_response(json::object const& page, std::optional<std::string> const& next) const;
};

}  // namespace doorstep::api
