// The words of the app in the book's language, compiled from Fluent files when the book is built.
(function () {
    'use strict';
    var lang = /*LANG*/, messages = /*MESSAGES*/;
    // Each costs milliseconds to make, and many a page needs none.
    var made = {};
    function intl(kind, of, options) {
        var key = kind + (options ? Object.keys(options) : '');
        return made[key] || (made[key] = new Intl[kind](of, options));
    }
    // A page may bring two lists of words.
    var before = window.compendium && window.compendium.messages;
    messages = Object.assign({}, before, messages);
    function format(pattern, args) {
        if (typeof pattern === 'string') return pattern;
        return pattern.map(function (part) {
            if (typeof part === 'string') return part;
            if ('v' in part) {
                var value = args[part.v];
                return typeof value === 'number' ? intl('NumberFormat', lang).format(value) : String(value);
            }
            var chosen = args[part.s], cases = part.c;
            if (!(chosen in cases)) chosen = typeof chosen === 'number' ? intl('PluralRules', lang).select(chosen) : part.d;
            return format(cases[chosen in cases ? chosen : part.d], args);
        }).join('');
    }
    // English without a region would write the month first.
    var region = lang === 'en' ? 'en-GB' : lang;
    var day = { day: 'numeric', month: 'short', year: 'numeric' };
    var hour = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
    window.compendium = {
        lang: lang,
        messages: messages,
        t: function (key, list) {
            var args = {};
            for (var i = 0; list && i + 1 < list.length; i += 2) args[list[i]] = list[i + 1];
            return Object.prototype.hasOwnProperty.call(messages, key) ? format(messages[key], args) : key;
        },
        date: function (ms) { return intl('DateTimeFormat', region, day).format(new Date(ms)); },
        time: function (ms) { return intl('DateTimeFormat', region, hour).format(new Date(ms)); }
    };
})();
